package org.commensal.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commensal.freezing.Scope;
import org.commensal.verification.RecordLedger.Current;
import org.commensal.verification.RecordLedger.VerificationStep;

/** What was compared with its source, and not taken back since: by form the items of each revision. */
final class VerificationMarks {

    private final Map<String, Map<UUID, Set<String>>> forms = new HashMap<>();

    /** @param steps in their order */
    VerificationMarks(List<VerificationStep> steps) {
        for (VerificationStep step : steps) {
            String form = key(step.participant(), step.task());
            if (step.takenBack()) {
                forms.remove(form);
            } else {
                forms.computeIfAbsent(form, first -> new HashMap<>())
                        .computeIfAbsent(step.response(), first -> new HashSet<>())
                        .add(step.item());
            }
        }
    }

    SourceCheck check(Current current, List<String> questions, List<String> required) {
        Set<String> items = of(current).getOrDefault(current.response(), Set.of());
        return new SourceCheck(questions, required, items.contains(Scope.ALL) ? new HashSet<>(questions) : items);
    }

    Standing standing(Current current, SourceCheck check) {
        Map<UUID, Set<String>> revisions = of(current);
        if (isComplete(revisions.getOrDefault(current.response(), Set.of()), check)) {
            return Standing.STANDS;
        }
        boolean before = revisions.values().stream().anyMatch(items -> isComplete(items, check));
        return before ? Standing.CHANGED : Standing.NONE;
    }

    private static boolean isComplete(Set<String> items, SourceCheck check) {
        return items.contains(Scope.ALL) || !check.needed().isEmpty() && items.containsAll(check.needed());
    }

    private Map<UUID, Set<String>> of(Current current) {
        return forms.getOrDefault(key(current.participant(), current.task()), Map.of());
    }

    private static String key(String participant, String task) {
        return participant + "/" + task;
    }
}
