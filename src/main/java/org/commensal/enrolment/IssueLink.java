package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.PersonalLink;
import org.commensal.access.PersonalLinks;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.studies.StudyRegister;

/**
 * Issues another personal link to a participant who lost the one before, or whose PIN was wrong too often.
 *
 * <p>The earlier link ends, with its PIN, and every phone that was signed in is signed out.
 */
@ApplicationScoped
public class IssueLink {

    private static final Text NOT_ENROLLED = new Text(
            "%s is not enrolled yet. The first link is given at enrolment.",
            "%s is nog niet ingeschreven. De eerste link krijgt iemand bij de inschrijving.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    @Inject
    PersonalLinks links;

    /**
     * Returns the new link, to print it or to send it; it cannot be read again.
     *
     * @throws Refusal {@code NOT_YET} before enrolment, and once the data are locked
     */
    @Transactional
    public PersonalLink issue(Actor actor, String study, ParticipantCode code) {
        ledger.hold(study, code);
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.ISSUE_LINK, study, participant.site());
        studies.at(study, participant.site()).collecting();
        if (!participant.reached(Stage.ENROLLED)) {
            throw new Refusal(Reason.NOT_YET, NOT_ENROLLED.with(code));
        }
        UUID entry = audit.record(as, "participant.link-issued", code.value(), "", Map.of());
        return links.issue(code, entry);
    }
}
