package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.commensal.kernel.Text;
import org.commensal.randomisation.RevealLedger.Approval;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyRegister;

/**
 * Approves that the seed of a locked study is revealed. When a second person has done so, it is.
 *
 * <p>Not for administrators: they can lock a study, and whoever locks it must not open it as well.
 */
@ApplicationScoped
public class ApproveReveal {

    static final int NEEDED = 2;
    private static final Text NOT_LOCKED = new Text(
            "Study \"%s\" is not locked. The seed is revealed when nothing can be added any more.",
            "Studie \"%s\" is niet vergrendeld. Het startgetal wordt pas getoond als er niets meer bij kan.");
    private static final Text AGAIN = new Text(
            "You approved this before. A second person approves it as well.",
            "U hebt dit al goedgekeurd. Een tweede persoon keurt het ook goed.");
    private static final Text NOT_REVEALED = new Text(
            "The seed of study \"%s\" is not revealed yet. It is when the study is locked and two people have approved.",
            "Het startgetal van studie \"%s\" is nog niet getoond. Dat gebeurt als de studie is vergrendeld en twee"
                    + " personen dit goedkeuren.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    RevealLedger ledger;

    @Inject
    Clock clock;

    @Transactional
    public void approve(Actor actor, String study) {
        ActingAs as = permission.require(actor, Right.APPROVE_REVEAL, study);
        locks.hold("study/" + study);
        if (!isLocked(study)) {
            throw new Refusal(Reason.NOT_YET, NOT_LOCKED.with(study));
        }
        List<Approval> before = ledger.all(study);
        if (before.stream().anyMatch(approval -> approval.person().equals(actor.id()))) {
            throw new Refusal(Reason.CONFLICT, AGAIN);
        }
        String number = Integer.toString(before.size() + 1);
        UUID entry = audit.record(as, "seed.reveal-approved", study, "", Map.of("number", number));
        ledger.append(
                study, new Approval(actor.id(), as.role(), clock.instant().truncatedTo(ChronoUnit.MILLIS)), entry);
    }

    boolean isLocked(String study) {
        return studies.inForce(study).state() == State.LOCKED;
    }

    boolean isRevealed(String study) {
        return isLocked(study) && ledger.all(study).size() >= NEEDED;
    }

    /** Refuses what needs the seed, as long as it is not revealed; the refusal is recorded. */
    void requireRevealed(ActingAs as, String study, String refused) {
        if (!isRevealed(study)) {
            audit.recordRefusal(as, refused, study, Reason.NOT_YET.name());
            throw new Refusal(Reason.NOT_YET, NOT_REVEALED.with(study));
        }
    }
}
