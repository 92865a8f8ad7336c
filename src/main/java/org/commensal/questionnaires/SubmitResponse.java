package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;

/**
 * Takes in a filled-in questionnaire, scores it and appends it.
 *
 * <p>Idempotent: the same submission again gets the same answer. A task is answered once; a correction names what it
 * corrects and why, and stands beside it. Whether a diary day is still open is judged on when it was filled in, not on
 * when it arrived, so that days without a network lose nothing.
 */
@ApplicationScoped
public class SubmitResponse {

    /**
     * What was taken in.
     *
     * @param task its key; of an event with the number that the occurrence was given
     * @param scores for staff; a participant is not shown their scores
     * @param replay whether it had been taken in before
     */
    public record Receipt(UUID id, String task, Instant received, Map<String, Value> scores, boolean replay) {}

    @Inject
    AppendResponse append;

    public Receipt submit(Actor actor, String study, ParticipantCode code, Submission submission) {
        try {
            return append.append(actor, study, code, submission);
        } catch (PersistenceException raced) {
            // The same response, or another to the same task, was stored at this moment: now it is there to be found.
            return append.append(actor, study, code, submission);
        }
    }
}
