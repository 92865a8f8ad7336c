package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Seed;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Draws and seals a seed before a study, or a new scheme of it, is activated, and shows its commitment, so that others can contribute to what
 * nobody can choose any more.
 */
@ApplicationScoped
public class DrawSeed {

    static final Text ACTIVATED = new Text(
            "Study \"%s\" was activated, and no new scheme waits for activation. Its seed is bound for good.",
            "Studie \"%s\" is geactiveerd, en er wacht geen nieuw schema op activering. Het startgetal van de loting ligt"
                    + " vast.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    Clock clock;

    /** Draws the seed of the version that is to be activated; one that was drawn before stays as it is. */
    @Transactional
    public void draw(Actor actor, String studyId) {
        ActingAs as = permission.require(actor, Right.ACTIVATE_STUDY, studyId);
        locks.hold("study/" + studyId);
        Study study = unopened(studies.opening(studyId));
        Optional<SeedLedger.Drawn> before = seeds.drawn(study);
        if (before.isEmpty()) {
            Seed seed = seeds.draw();
            String commitment = study.scheme().commitment(seed);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            UUID entry = audit.record(
                    as, "seed.drawn", studyId, "", Map.of("version", study.version(), "commitment", commitment));
            seeds.appendDrawn(study, seed, commitment, actor.id(), now, entry);
        }
    }

    /** The study, if it is still to be activated. */
    static Study unopened(PublishedStudy published) {
        if (published.commitment().isPresent()) {
            throw new Refusal(Reason.CONFLICT, ACTIVATED.with(published.study().id()));
        }
        return published.study();
    }
}
