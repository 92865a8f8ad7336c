package org.commensal.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Participant;
import org.commensal.freezing.FreezeState;

/**
 * How far the data of one participant are from being final.
 *
 * @param state of the participant as a whole: what is not filled in yet is frozen with it
 * @param selected whether the participant is one of those whose forms are compared with their source
 * @param forms that are filled in, in the order in which they were
 * @param byForm the same in numbers, by the form's id in the study
 * @param tally all of them in numbers
 */
public record ParticipantClosing(
        Participant participant,
        FreezeState state,
        boolean selected,
        List<FormRecord> forms,
        Map<String, Tally> byForm,
        Tally tally) {

    /** Where a participant stands on the way to the lock. */
    public enum Step {
        OPEN,
        /** Frozen, and something is not signed as it stands. */
        FROZEN,
        /** Frozen and signed: only the lock is left. */
        READY,
        LOCKED
    }

    static ParticipantClosing of(Participant participant, FreezeState state, boolean selected, List<FormRecord> forms) {
        Map<String, Tally> byForm = new LinkedHashMap<>();
        forms.forEach(form -> byForm.merge(form.form(), Tally.of(form), Tally::plus));
        return new ParticipantClosing(participant, state, selected, forms, byForm, Tally.sum(byForm.values().stream()));
    }

    public Step step() {
        return switch (state) {
            case OPEN -> Step.OPEN;
            case FROZEN -> tally.signed() == tally.forms() ? Step.READY : Step.FROZEN;
            case LOCKED -> Step.LOCKED;
        };
    }
}
