package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.AllocationScheme;
import org.commensal.kernel.ProtocolFault;

/** Methods to hold a scheme against: one of each usual kind, with usual settings, where they suit its arms and factors. */
public final class Alternatives {

    private Alternatives() {}

    /** Those of another method than the scheme's own, for the same participants. */
    public static List<Scenario> to(Scenario scenario) {
        int total = 0;
        boolean equal = true;
        for (int share : scenario.ratio()) {
            total += share;
            equal &= share == scenario.ratio()[0];
        }
        List<Proposal> proposals = new ArrayList<>();
        proposals.add(proposal(equal, Map.of("method", "complete-randomisation")));
        proposals.add(proposal(
                true, Map.of("method", "permuted-blocks", "block-sizes", List.of(total + "", 2 * total + ""))));
        proposals.add(proposal(equal, Map.of("method", "block-urn", "lambda", equal ? "3" : "2")));
        proposals.add(proposal(
                equal,
                Map.of("method", "minimisation", "measure", "range", "probability", "4/5", "overall-total", "true")));
        List<Scenario> suited = new ArrayList<>();
        for (Proposal proposal : proposals) {
            List<ProtocolFault> faults = new ArrayList<>();
            AllocationScheme scheme = proposal.insteadOf(scenario.scheme(), faults::add);
            if (faults.isEmpty() && !scheme.method().equals(scenario.scheme().method())) {
                suited.add(scenario.with(scheme));
            }
        }
        return suited;
    }

    private static Proposal proposal(boolean equal, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        if (!equal && !settings.containsValue("complete-randomisation")) {
            all.put("unequal-ratio", "fake-arms");
        }
        return new Proposal(all);
    }
}
