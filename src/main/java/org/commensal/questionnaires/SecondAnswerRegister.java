package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.studies.StudyRegister;

/** The answers that were kept beside the response that stands, for those who may see responses. */
@ApplicationScoped
public class SecondAnswerRegister {

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    SecondAnswerLedger ledger;

    public List<SecondAnswer> list(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return ledger.of(study, code);
    }

    /** One that was kept while nothing stood, as it was sent, for somebody who may take it in. */
    Submission kept(Actor actor, String study, ParticipantCode code, UUID id) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.CORRECT_RESPONSE, study, participant.site());
        return ledger.find(id)
                .filter(row -> row.isOf(study, code) && row.stands().isEmpty())
                .map(row -> row.submission(studies.everInForce(study)))
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }
}
