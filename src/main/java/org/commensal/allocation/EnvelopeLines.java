package org.commensal.allocation;

import static org.commensal.allocation.LedgerFiles.ENVELOPES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.allocation.Envelope.State;
import org.commensal.allocation.LedgerVerification.Fault;

/** The lines of {@code envelopes.csv}: which envelopes were issued, and that each that is used has its row in the ledger. */
final class EnvelopeLines {

    private final Set<List<String>> used = new HashSet<>();
    private final List<List<String>> lines = new ArrayList<>();

    /** @param text the lines of the file, its columns first; none where there is no such file */
    EnvelopeLines(List<String> text) {
        text.forEach(line -> lines.add(Csv.values(line)));
        for (List<String> values : lines) {
            if (values.size() == LedgerFiles.ENVELOPE_COLUMNS.size()
                    && values.get(2).equals(State.USED.code())) {
                used.add(values.subList(0, 2));
            }
        }
    }

    boolean isUsed(String site, int number) {
        return used.contains(List.of(site, String.valueOf(number)));
    }

    /** @param allocated the site and the number of each envelope that has a row in the ledger */
    void verify(Set<List<String>> allocated, List<Fault> faults) {
        if (!lines.isEmpty() && !lines.get(0).equals(LedgerFiles.ENVELOPE_COLUMNS)) {
            fault(faults, 1, "the columns are not " + String.join(", ", LedgerFiles.ENVELOPE_COLUMNS));
        }
        Map<String, Integer> issued = new HashMap<>();
        for (int line = 2; line <= lines.size(); line++) {
            List<String> values = lines.get(line - 1);
            int number = issued.merge(values.get(0), 1, Integer::sum);
            if (!isEnvelope(values, number)) {
                fault(faults, line, "this is not envelope " + number + " of its site");
                continue;
            }
            String state = values.get(2);
            if (state.equals(State.USED.code()) && !allocated.contains(values.subList(0, 2))) {
                fault(faults, line, "the ledger has no row of this envelope");
            }
            if (state.equals(State.UNUSED.code()) && isPassed(values.get(0), number)) {
                fault(faults, line, "a later envelope was used, so this one cannot be unused");
            }
        }
    }

    private static boolean isEnvelope(List<String> values, int number) {
        return values.size() == LedgerFiles.ENVELOPE_COLUMNS.size()
                && values.get(1).equals(String.valueOf(number))
                && List.of("unused", "used", "spoiled").contains(values.get(2));
    }

    private boolean isPassed(String site, int number) {
        return used.stream().anyMatch(each -> each.get(0).equals(site) && isLater(each.get(1), number));
    }

    private static boolean isLater(String written, int number) {
        return written.matches("[0-9]{1,9}") && Integer.parseInt(written) > number;
    }

    private static void fault(List<Fault> faults, int line, String what) {
        faults.add(new Fault(ENVELOPES, line, what));
    }
}
