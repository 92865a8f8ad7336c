package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;

/** The answers that were kept beside the response that stands, for those who may see responses. */
@ApplicationScoped
public class SecondAnswerRegister {

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    SecondAnswerLedger ledger;

    public List<SecondAnswer> list(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return ledger.of(study, code);
    }
}
