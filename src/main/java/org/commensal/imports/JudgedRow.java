package org.commensal.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.questionnaires.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What taking in one row would do.
 *
 * @param number of the row
 * @param task what it fills in, or corrects; empty where it is faulty
 * @param version of the study by which it is read
 * @param given every answer of the response that it would become, by item
 * @param unusual the items whose answers are unusual, confirmed with the import
 * @param corrects the response that it corrects
 * @param changed the columns that say something else than that response does
 */
record JudgedRow(
        int number,
        Kind kind,
        String participant,
        String task,
        String version,
        Map<String, @Nullable Object> given,
        Set<String> unusual,
        @Nullable UUID corrects,
        List<String> changed) {

    enum Kind {
        ADD,
        CORRECT,
        /** It is there already, and the same. */
        SAME,
        FAULTY
    }

    static JudgedRow faulty(int number, String participant) {
        return new JudgedRow(number, Kind.FAULTY, participant, "", "", Map.of(), Set.of(), null, List.of());
    }

    ParticipantCode code() {
        return new ParticipantCode(participant);
    }

    boolean isKept() {
        return kind == Kind.ADD || kind == Kind.CORRECT;
    }

    /** All that somebody who confirms an import relies on, but for the file itself. */
    String verdict() {
        return String.join(
                "|",
                kind.name(),
                participant,
                task,
                version,
                String.valueOf(corrects),
                String.valueOf(changed),
                new TreeSet<>(unusual).toString());
    }

    Optional<Submission.Correction> correction(String reason) {
        return Optional.ofNullable(corrects).map(id -> new Submission.Correction(id, reason));
    }
}
