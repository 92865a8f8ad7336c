package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.ConsentLedger.Names;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** What a participant consented to, and the copy of it. */
@ApplicationScoped
public class ConsentRegister {

    private static final Text NO_COPY = new Text(
            "There is no such consent that was signed on a screen. The paper is the copy.",
            "Er is geen toestemming die op een scherm is getekend. Het papier is de kopie.");

    /**
     * All that a copy holds.
     *
     * @param study the version whose document was signed
     * @param name of the participant; empty where it was erased
     * @param obtainedBy who was there for the study; empty where the participant signed alone, or it was erased
     */
    public record Copy(Study study, ParticipantCode code, SignedConsent consent, String name, String obtainedBy) {

        public Study.ConsentDocument document() {
            return study.consent();
        }
    }

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ConsentLedger ledger;

    /** The consents of a participant, the oldest first. */
    public List<SignedConsent> of(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.SEE_TASKS, study, code);
        return ledger.of(study, code);
    }

    /** The version of the document that this participant still has to sign, because it came into force after theirs. */
    public Optional<String> due(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(actor, Right.SEE_TASKS, studyId, code);
        Study study = studies.at(studyId, participant.site()).study();
        return SignConsent.due(study, participant, ledger.of(studyId, code));
    }

    /** A copy for the participant, or for staff who may know who it is; that it was made is recorded. */
    @Transactional
    public Copy copy(Actor actor, String studyId, ParticipantCode code, UUID consent) {
        Participant participant = participants.find(studyId, code);
        boolean own = permission.roles(actor, studyId).contains(Role.PARTICIPANT.code());
        Right right = own ? Right.SIGN_CONSENT : Right.SEE_IDENTITY;
        ActingAs as = permission.require(actor, right, studyId, participant.site(), code.value());
        SignedConsent signed = ledger.of(studyId, code).stream()
                .filter(found -> found.id().equals(consent) && found.onScreen().isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NO_COPY));
        Study study = studies.everInForce(studyId).values().stream()
                .filter(version -> version.consent().version().equals(signed.documentVersion()))
                .findFirst()
                .orElseThrow();
        audit.record(as, "consent.copied", code.value(), "", Map.of("document", signed.documentVersion()));
        Names names = ledger.names(consent).orElse(new Names("", ""));
        return new Copy(study, code, signed, names.participant(), names.obtainedBy());
    }
}
