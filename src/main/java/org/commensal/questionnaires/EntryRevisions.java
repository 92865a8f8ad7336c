package org.commensal.questionnaires;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.enrolment.Participant;
import org.commensal.freezing.Freezings;
import org.commensal.freezing.Scope;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.SecondEntryLedger.Entered;

/**
 * Every revision of one form that two people enter. Whether a form is one of them is said by the version of the study
 * that it was filled in on.
 *
 * @param all the first first; never none
 */
record EntryRevisions(List<Entered> all) {

    /** By participant and task, of one participant or, with none, of all. */
    static Map<String, EntryRevisions> of(
            SecondEntryLedger ledger, String study, Optional<ParticipantCode> code, Map<String, Study> versions) {
        Set<String> forms = forms(versions);
        Map<String, EntryRevisions> found = new LinkedHashMap<>();
        if (!forms.isEmpty()) {
            ledger.entered(study, code, forms).stream()
                    .filter(entered -> isTwice(versions, entered.version(), entered.form()))
                    .collect(Collectors.groupingBy(
                            entered -> key(entered.participant(), entered.task()),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .forEach((key, revisions) -> found.put(key, new EntryRevisions(revisions)));
        }
        return found;
    }

    static Set<String> forms(Map<String, Study> versions) {
        return versions.values().stream()
                .flatMap(study -> study.conduct().doubleEntry().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isTwice(Map<String, Study> versions, String version, String form) {
        return Optional.ofNullable(versions.get(version))
                .filter(study -> study.conduct().doubleEntry().contains(form))
                .isPresent();
    }

    static String key(String participant, String task) {
        return participant + "/" + task;
    }

    Entered last() {
        return all.get(all.size() - 1);
    }

    /** Everybody who entered or corrected it. */
    Set<UUID> by() {
        return all.stream().map(Entered::by).collect(Collectors.toSet());
    }

    boolean isOpen(Participant participant, Freezings frozen) {
        return frozen.state(Scope.form(participant, last().event(), last().task()))
                .isOpen();
    }
}
