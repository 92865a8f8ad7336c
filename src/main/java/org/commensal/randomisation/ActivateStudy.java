package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.Envelope.State;
import org.commensal.allocation.LedgerEnd;
import org.commensal.allocation.Seed;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.golive.GoLive;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.Amendments;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyLedger;
import org.commensal.studies.StudyRegister;

/**
 * Opens a study to participants: draws and seals the seed of its allocations, and shows the commitment that binds it,
 * so that nobody can choose the seed afterwards. Where the seed was drawn before and others contributed to it, nobody
 * can have chosen it before either.
 *
 * <p>An amendment with another scheme is put in force in the same way, at every site at once. The scheme before it is
 * closed in the same transaction: an allocation that is under way elsewhere is in the old ledger before, or in the new
 * one after, and the end of the old one is bound.
 */
@ApplicationScoped
public class ActivateStudy {

    private static final Text UNDECIDED = new Text(
            "An allocation outside the streams waits for a decision. Have it decided first: the scheme before this one is closed for good.",
            "Een toewijzing buiten de reeksen wacht op een beslissing. Laat daar eerst over beslissen: het schema hiervoor wordt definitief gesloten.");
    private static final Text SEALED = new Text(
            "Envelope %s of site %s is still sealed. Take the envelopes back and record them as not used first: they are of the scheme that is closed.",
            "Envelop %s van centrum %s is nog dicht. Haal de enveloppen terug en leg eerst vast dat ze niet worden gebruikt: ze horen bij het schema dat wordt gesloten.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    StudyLedger ledger;

    @Inject
    GoLive goLive;

    @Inject
    Amendments amendments;

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger allocations;

    @Inject
    AllocationRequestLedger requests;

    @Inject
    EnvelopeLedger envelopes;

    @Inject
    Clock clock;

    /**
     * Activates the version that is to be activated next; where there is none, the answer is the commitment that there is.
     *
     * @throws Refusal {@code NOT_YET} where something is not on file yet that must be, {@code CONFLICT} where a site works
     *     with a newer version
     */
    @Transactional
    public String activate(Actor actor, String studyId) {
        ActingAs as = permission.require(actor, Right.ACTIVATE_STUDY, studyId);
        locks.hold("study/" + studyId);
        PublishedStudy opening = studies.opening(studyId);
        if (opening.commitment().isPresent()) {
            return opening.commitment().get();
        }
        goLive.checklist(opening).requireAll();
        Study study = opening.study();
        amendments.refuseToOpen(study);
        allocations.holdScheme(studyId);
        List<Contribution> contributions = seeds.contributions(study);
        Seed seed = seeds.openDrawn(study)
                .orElseGet(seeds::draw)
                .with(contributions.stream().map(Contribution::content).toList());
        String commitment = study.scheme().commitment(seed);
        Map<String, String> changes = new TreeMap<>(Map.of(
                "version",
                study.version(),
                "commitment",
                commitment,
                "contributions",
                Integer.toString(contributions.size())));
        Optional<Study> before = studies.schemes(studyId).stream().reduce((earlier, later) -> later);
        before.ifPresent(this::refuseWhatIsOpen);
        Optional<LedgerEnd> end = before.map(closed -> LedgerEnd.of(allocations.all(closed)));
        before.ifPresent(closed -> changes.put("closes", closed.version()));
        end.ifPresent(at -> changes.put("allocations", Integer.toString(at.allocations())));
        end.ifPresent(at -> changes.put("end", at.hash()));
        UUID entry =
                audit.record(as, before.isPresent() ? "scheme.activated" : "study.activated", studyId, "", changes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        before.ifPresent(closed -> allocations.close(closed, end.orElseThrow(), now, entry));
        seeds.append(study, seed, commitment, entry);
        ledger.activate(study, commitment, entry);
        return commitment;
    }

    /** A closed ledger takes nothing any more, so nothing may be left that would have to be in it. */
    private void refuseWhatIsOpen(Study closed) {
        if (requests.of(closed.id()).stream()
                .anyMatch(request -> request.decided().isEmpty())) {
            throw new Refusal(Reason.NOT_YET, UNDECIDED);
        }
        envelopes.of(closed).stream()
                .map(IssuedEnvelope::envelope)
                .filter(envelope -> envelope.state() == State.UNUSED)
                .findFirst()
                .ifPresent(envelope -> {
                    throw new Refusal(Reason.NOT_YET, SEALED.with(envelope.number(), envelope.site()));
                });
    }
}
