package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Approves that a study opens to participants, after what was simulated and tried is on file. Two people do so, so that
 * at least one of them did not publish it.
 */
@ApplicationScoped
public class ApproveGoLive {

    private static final int LONGEST_REFERENCE = 2000;
    private static final Text REFERENCE = new Text(
            "Say what your approval rests on, such as the letter of the ethics committee, in at most 2000 characters.",
            "Noem waarop uw goedkeuring rust, zoals de brief van de medisch-ethische commissie, in hoogstens 2000 tekens.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    GoLive goLive;

    @Inject
    GoLiveLedger ledger;

    /**
     * Approves the version that is to be activated; whoever approved it before, or approves an active study, changes nothing.
     *
     * @throws Refusal {@code NOT_YET} where something else than approvals is missing
     */
    @Transactional
    public Checklist approve(Actor actor, String studyId, String reference) {
        ActingAs as = permission.require(actor, Right.APPROVE_GO_LIVE, studyId);
        String rests = reference.strip();
        if (rests.isEmpty() || rests.length() > LONGEST_REFERENCE) {
            throw new Refusal(Reason.INVALID, REFERENCE, List.of(new Violation("/reference", REFERENCE)));
        }
        locks.hold("study/" + studyId);
        PublishedStudy published = studies.opening(studyId);
        Checklist now = goLive.checklist(published);
        if (now.approvedBy(actor.id()) || published.commitment().isPresent()) {
            return now;
        }
        now.requireAllButApprovals();
        UUID entry = audit.record(
                as,
                "go-live.approved",
                studyId,
                rests,
                Map.of("version", published.study().version()));
        ledger.approve(published.study(), actor.id(), rests, entry);
        return goLive.checklist(published);
    }
}
