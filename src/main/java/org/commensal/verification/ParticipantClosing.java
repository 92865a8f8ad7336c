package org.commensal.verification;

import java.util.List;
import java.util.function.Predicate;
import org.commensal.enrolment.Participant;
import org.commensal.freezing.FreezeState;

/**
 * How far the data of one participant are from being final.
 *
 * @param state of the participant as a whole: what is not filled in yet is frozen with it
 * @param selected whether the participant is one of those whose forms are compared with their source
 * @param forms that are filled in, in the order in which they were
 */
public record ParticipantClosing(Participant participant, FreezeState state, boolean selected, List<FormRecord> forms) {

    /** Where a participant stands on the way to the lock. */
    public enum Step {
        OPEN,
        /** Frozen, and something is not signed as it stands. */
        FROZEN,
        /** Frozen and signed: only the lock is left. */
        READY,
        LOCKED
    }

    public Step step() {
        return switch (state) {
            case OPEN -> Step.OPEN;
            case FROZEN -> count(form -> !form.isSigned()) == 0 ? Step.READY : Step.FROZEN;
            case LOCKED -> Step.LOCKED;
        };
    }

    public int count(Predicate<FormRecord> which) {
        return (int) forms.stream().filter(which).count();
    }
}
