package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.AllocationScheme;
import org.commensal.kernel.ProtocolFault;

/** Scenarios as the tests of this room write them. */
final class Proposed {

    static final List<Integer> THREE = List.of(1, 1, 1);
    static final List<Integer> TWELVE_STRATA = List.of(2, 2, 3);

    private Proposed() {}

    static Scenario scenario(int participants, List<Integer> ratio, List<Integer> factors, Map<String, Object> method) {
        List<ProtocolFault> faults = new ArrayList<>();
        AllocationScheme scheme = new Proposal(method).scheme(ratio, factors, faults::add);
        assertThat(faults).isEmpty();
        return Scenario.of(scheme, participants, Map.of());
    }

    static Scenario minimisation(int participants, String measure, String probability) {
        return scenario(
                participants,
                THREE,
                TWELVE_STRATA,
                Map.of("method", "minimisation", "measure", measure, "probability", probability));
    }

    static Scenario blocks(int participants, List<Integer> factors, Integer... sizes) {
        return scenario(
                participants, THREE, factors, Map.of("method", "permuted-blocks", "block-sizes", List.of((Object[])
                        sizes)));
    }
}
