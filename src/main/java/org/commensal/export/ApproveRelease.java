package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.background.State;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Approves that a release may be downloaded: somebody who did not ask for it, and each person once.
 *
 * <p>Who approved it before, or a release that lacks nothing, changes nothing.
 */
@ApplicationScoped
public class ApproveRelease {

    private static final Text OWN = new Text(
            "You asked for this release. Somebody else approves it.",
            "U vroeg zelf om deze dataset. Iemand anders keurt die goed.");
    private static final Text NOT_MADE = new Text(
            "This release is not made. There is nothing to approve.",
            "Deze dataset is niet gemaakt. Er is niets goed te keuren.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    Releases releases;

    @Inject
    ReleaseLedger ledger;

    @Inject
    Clock clock;

    /**
     * @param proof that the actor gave the password again in this request
     * @throws Refusal {@code CONFLICT} for who asked for it, and before it is made; {@code NOT_ALLOWED} where it lacks
     *     nothing that the actor may approve
     */
    @Transactional
    public Release approve(Actor actor, String study, UUID id, AskAgain.Proof proof) {
        locks.hold("release/" + study);
        Release release = releases.get(actor, study, id);
        boolean done = release.lacks().isEmpty()
                || release.approvals().stream()
                        .anyMatch(approval -> approval.by().id().equals(actor.id()));
        if (done) {
            return release;
        }
        ActingAs as = permission.require(actor, need(actor, release).right(), study);
        proof.of(actor);
        if (release.by().id().equals(actor.id())) {
            throw new Refusal(Reason.CONFLICT, OWN);
        }
        if (release.state() != State.DONE) {
            throw new Refusal(Reason.CONFLICT, NOT_MADE);
        }
        Need need = need(actor, release);
        Map<String, String> changes = Map.of("release", id.toString(), "purpose", need.code());
        UUID entry = audit.record(as, "dataset.approved", release.name(), "", changes);
        ledger.approve(release, actor.id(), need, clock.instant(), entry);
        return releases.get(actor, study, id);
    }

    /** The first that it lacks and that the actor may meet; where there is none, the first that it lacks. */
    private Need need(Actor actor, Release release) {
        Optional<Need> own = release.lacks().stream()
                .filter(need -> permission.allowsSomewhere(actor, need.right(), release.study()))
                .findFirst();
        return own.orElse(release.lacks().get(0));
    }
}
