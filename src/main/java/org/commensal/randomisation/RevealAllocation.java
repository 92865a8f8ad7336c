package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;

/**
 * The one door through which an arm is shown: for one participant, to a role that the study does not blind or to
 * somebody for whom this participant was unblinded, and never without a trace.
 */
@ApplicationScoped
public class RevealAllocation {

    private static final Text BLINDED = new Text(
            "This study keeps allocations from your role. In an emergency, ask the investigator of the site.",
            "In deze studie ziet uw rol de loting niet. Vraag in een noodgeval de onderzoeker van het centrum.");
    private static final Text NOT_RANDOMISED =
            new Text("%s has not been randomised.", "%s is nog niet gerandomiseerd.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    AllocationLedger ledger;

    /** Whether the study shows arms at this site to a role of this actor; asks without showing or recording anything. */
    public boolean isOpenTo(Actor actor, Study study, String site) {
        return actor.grants().stream()
                .filter(grant -> grant.covers(study.id(), site, "*"))
                .anyMatch(grant -> study.openLabel().contains(grant.role())
                        && Role.of(grant.role())
                                .filter(role -> role.holds(Right.REVEAL_ALLOCATION))
                                .isPresent());
    }

    @Transactional
    public ArmDescription reveal(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.REVEAL_ALLOCATION, studyId, participant.site(), code.value());
        Study study = studies.opened(studyId);
        boolean open = study.openLabel().contains(as.role());
        Optional<UUID> unblinding = open ? Optional.empty() : unblindings.opened(actor, studyId, code);
        if (!open && unblinding.isEmpty()) {
            audit.recordRefusal(as, "allocation.withheld", code.value(), "");
            throw new Refusal(Reason.NOT_ALLOWED, BLINDED);
        }
        AllocationRow row = ledger.find(studyId, code, "")
                .orElseThrow(() -> new Refusal(Reason.NOT_YET, NOT_RANDOMISED.with(code)));
        Map<String, String> by =
                unblinding.map(id -> Map.of("unblinding", id.toString())).orElse(Map.of());
        audit.record(as, "allocation.revealed", code.value(), "", by);
        String arm = row.allocation().arm().value();
        return study.everyArm().stream()
                .filter(description -> description.code().equals(arm))
                .findFirst()
                .orElseThrow();
    }
}
