package org.commensal.questionnaires;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;

/**
 * One filled-in questionnaire.
 *
 * @param version of the study on which it was filled in, and by which it is read
 * @param task what it was filled in for, such as {@code V1/phq-9} or {@code diary/2026-11-23}
 * @param day the diary day, for a diary entry
 * @param revision 1 for the first, one more for each correction
 * @param reason why it was corrected; empty for the first
 * @param filledIn when, corrected by how far the clock of the device was off
 * @param late whether it was filled in after its window
 */
public record Response(
        UUID id,
        String version,
        String form,
        String event,
        String task,
        Optional<LocalDate> day,
        int revision,
        String reason,
        Instant filledIn,
        Instant received,
        boolean late,
        Answers answers,
        Map<String, Value> scores) {

    /** What was filled in, as the version of the study has it that it was filled in on. */
    public Questionnaire questionnaire(Map<String, Study> versions) {
        return Objects.requireNonNull(versions.get(version)).questionnaire(form);
    }
}
