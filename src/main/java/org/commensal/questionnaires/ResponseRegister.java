package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.studies.StudyRegister;

/** What was answered, for those who may see it. */
@ApplicationScoped
public class ResponseRegister {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger ledger;

    @Inject
    DoubleEntryRegister twice;

    /** The current response to each task of a participant, in the order in which they were filled in. */
    public List<Response> list(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_RESPONSES, studyId, participant.site(), code.value());
        return ledger.current(studies.inForce(studyId), code);
    }

    /** The same without the single days of diaries. */
    public List<Response> ofVisitsAndEvents(Actor actor, String studyId, ParticipantCode code) {
        participants.find(actor, Right.SEE_RESPONSES, studyId, code);
        return ledger.ofVisitsAndEvents(studies.inForce(studyId), code);
    }

    /** The same without the forms that the actor may still enter for the second time. */
    public List<Response> shown(Actor actor, String studyId, ParticipantCode code) {
        Set<String> blind = twice.toEnter(actor, studyId, code);
        return list(actor, studyId, code).stream()
                .filter(response -> !blind.contains(response.task()))
                .toList();
    }
}
