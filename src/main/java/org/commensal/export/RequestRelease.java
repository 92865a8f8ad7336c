package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.CheckpointLedger;
import org.commensal.audit.Locks;
import org.commensal.background.State;
import org.commensal.export.Release.Somebody;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Asks for a release of the facts of a study up to now, under a name of its own.
 *
 * <p>What is kept is the recipe: the checkpoint, the specification and the sealed seed. {@link BackgroundReleases} makes
 * it.
 */
@ApplicationScoped
public class RequestRelease {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}");
    private static final Text BAD_NAME = new Text(
            "Give the release a name of 1 to 60 letters, digits, spaces, dots and dashes.",
            "Geef de dataset een naam van 1 tot en met 60 letters, cijfers, spaties, punten en streepjes.");
    private static final Text TAKEN = new Text(
            "There is a release called \"%s\". Give this one another name.",
            "Er is al een dataset met de naam \"%s\". Geef deze een andere naam.");
    private static final Text NOT_LOCKED = new Text(
            "The data of this study are not locked. Before that a release is a draft without arms.",
            "De data van deze studie zijn niet gesloten. Tot dan is een dataset een proefversie zonder groepen.");
    private static final Text MADE = new Text(
            "This release is made, or is being made. Look at it in the list.",
            "Deze dataset is klaar of wordt gemaakt. Kijk in de lijst.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    CheckpointLedger checkpoints;

    @Inject
    BlindedTables tables;

    @Inject
    Releases releases;

    @Inject
    ReleaseLedger ledger;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * @throws Refusal {@code INVALID} for what cannot be in it; {@code CONFLICT} for a name that is taken; {@code NOT_YET} for
     *     more than a draft without arms while the data are not locked
     */
    @Transactional
    Release request(Actor actor, String studyId, String name, Specification asked) {
        ActingAs as = permission.require(actor, Right.RELEASE, studyId);
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(Reason.INVALID, BAD_NAME, List.of(new Violation("/name", BAD_NAME)));
        }
        PublishedStudy published = studies.inForce(studyId);
        Study study = published.opened();
        boolean more = asked.kind() == Kind.OFFICIAL || asked.arms() != Arms.NONE;
        if (more && published.state() != PublishedStudy.State.LOCKED) {
            throw new Refusal(Reason.NOT_YET, NOT_LOCKED);
        }
        locks.hold("release/" + studyId);
        if (ledger.all(studyId).stream().anyMatch(release -> release.name().equals(name))) {
            throw new Refusal(Reason.CONFLICT, TAKEN.with(name));
        }
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        long checkpoint = checkpoints.seal();
        List<Study> versions = tables.versions(studyId, checkpoint).stream()
                .map(PublishedStudy::study)
                .toList();
        Specification specification = SpecificationRules.possible(
                asked, LocalDate.now(clock.withZone(study.zone())), tables.offered(versions, checkpoint, asked));
        Release release = new Release(
                UUID.randomUUID(),
                studyId,
                versions.get(versions.size() - 1).version(),
                name,
                checkpoint,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                new Somebody(actor.id(), actor.name()),
                Software.version(),
                specification,
                State.QUEUED,
                0,
                List.of(),
                List.of());
        Map<String, String> changes = Map.of(
                "release", release.id().toString(),
                "checkpoint", Long.toString(checkpoint),
                "kind", specification.kind().code(),
                "arms", specification.arms().code());
        ledger.append(release, seed, audit.record(as, "dataset.requested", name, "", changes));
        return release;
    }

    /**
     * Asks once more for a release of which nothing came: of the same facts, as it was asked for.
     *
     * @return the number of its next step
     * @throws Refusal {@code NOT_FOUND}; {@code CONFLICT} where it is made or being made
     */
    @Transactional
    int again(Actor actor, String study, UUID id) {
        ActingAs as = permission.require(actor, Right.RELEASE, study);
        locks.hold("release/" + study);
        Release release = releases.get(actor, study, id);
        if (!release.state().isFruitless()) {
            throw new Refusal(Reason.CONFLICT, MADE);
        }
        audit.record(as, "dataset.requested", release.name(), "", Map.of("release", id.toString()));
        int next = ledger.begun(id).next();
        ledger.step(id, next, State.QUEUED, 0, List.of());
        return next + 1;
    }
}
