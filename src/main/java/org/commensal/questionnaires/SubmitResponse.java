package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.questionnaires.Manner.Way;

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
     * @param id of the response; of the one that stands, where that has the same answers
     * @param task its key; of an event with the number that the occurrence was given
     * @param scores for staff; a participant is not shown their scores
     * @param replay whether it had been taken in before
     * @param stands the response that stands, where this one was kept beside it
     */
    public record Receipt(
            UUID id, String task, Instant received, Map<String, Value> scores, boolean replay, Optional<UUID> stands) {}

    @Inject
    AppendResponse append;

    @Inject
    SecondAnswerRegister second;

    public Receipt submit(Actor actor, String study, ParticipantCode code, Submission submission) {
        return submit(actor, study, code, submission, Way.DIRECT);
    }

    /**
     * The same for what was filled in without a network: where the task was answered meanwhile, as on another phone, that
     * response stands, and this one is kept beside it; where the data are frozen, it is kept until staff take it in.
     */
    public Receipt submitOrKeep(Actor actor, String study, ParticipantCode code, Submission submission) {
        return submit(actor, study, code, submission, Way.BESIDE);
    }

    /**
     * The same for a row of a file of results, in the transaction of its import: for those who may import, also where they
     * may not fill in the form by hand.
     *
     * @param imported the import that it is part of
     */
    public Receipt submitImported(
            Actor actor, String study, ParticipantCode code, Submission submission, UUID imported) {
        return append.append(actor, study, code, submission, Manner.of(imported));
    }

    /** Takes in, as the response, what was kept while the data were frozen. It keeps its id, so that twice is once. */
    public Receipt takeIn(Actor actor, String study, ParticipantCode code, UUID kept) {
        return submit(actor, study, code, second.kept(actor, study, code, kept), Way.TAKEN_IN);
    }

    private Receipt submit(Actor actor, String study, ParticipantCode code, Submission submission, Way way) {
        Manner manner = Manner.of(way);
        try {
            return append.append(actor, study, code, submission, manner);
        } catch (PersistenceException raced) {
            // The same response, or another to the same task, was stored at this moment: now it is there to be found.
            return append.append(actor, study, code, submission, manner);
        }
    }
}
