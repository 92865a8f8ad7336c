package org.commensal.safety;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.Alert;

/**
 * A rule of the protocol that a response of a participant set off, and what staff did about it.
 *
 * @param rule as the version of the study had it by which it was raised
 * @param form with {@code event} and {@code task}: of the response
 * @param due when the rule wants it done, counted from when it was raised
 * @param done in the order in which it was done
 */
public record RaisedAlert(
        UUID id,
        ParticipantCode participant,
        String site,
        Alert rule,
        UUID response,
        String form,
        String event,
        String task,
        Instant raised,
        Instant due,
        List<Done> done) {

    /** What staff say of an alert: that they know of it, and that what the rule asks was done. */
    public enum Step {
        ACKNOWLEDGED,
        RESOLVED
    }

    /** @param by the name of who did it */
    public record Done(Step step, String note, String by, Instant at) {}

    public RaisedAlert {
        done = List.copyOf(done);
    }

    public boolean open() {
        return step(Step.RESOLVED).isEmpty();
    }

    public Optional<Done> step(Step step) {
        return done.stream().filter(each -> each.step() == step).findFirst();
    }
}
