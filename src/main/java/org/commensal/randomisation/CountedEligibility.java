package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;

/**
 * How each criterion was judged when a participant was randomised. It is kept with the allocation, and stays as it was
 * whatever is answered later; nothing of the allocation itself is told.
 */
@ApplicationScoped
public class CountedEligibility {

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    AllocationLedger ledger;

    /** The verdicts by the id of the criterion; empty for somebody who was not randomised. */
    public Map<String, Verdict> of(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_ELIGIBILITY, study, participant.site());
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        ledger.find(study, code, "").ifPresent(row -> row.eligibility()
                .forEach((id, verdict) -> verdicts.put(id, Verdict.valueOf(verdict))));
        return verdicts;
    }
}
