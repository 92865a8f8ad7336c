package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.simulation.Alternatives;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.Scenario;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.background.State;
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
 * Simulates how the published version of a study allocates, beside usual alternatives, and keeps the report.
 *
 * <p>{@link BackgroundSimulation} does the work, outside of every transaction. The seed is of the
 * simulation alone; that of the trial is never opened. Whoever may not know how is allocated can neither simulate nor
 * read a report.
 */
@ApplicationScoped
public class SimulateStudy {

    public static final int FEWEST = 100;
    public static final int MOST = 10_000;
    public static final int USUAL = 1_000;

    private static final int GROUPS = 25;
    private static final long MOST_ALLOCATIONS = 10_000_000;
    private static final Text TRIALS = new Text(
            "Ask for 100 to 10000 simulated trials, and for no more than 10 million participants in all.",
            "Vraag om 100 tot en met 10000 simulaties, en om niet meer dan 10 miljoen deelnemers in totaal.");
    private static final Text BUSY = new Text(
            "Another simulation of this study is at work: %s trials, %s percent done. Ask again when it has ended.",
            "Er loopt al een andere simulatie van dit onderzoek: %s simulaties, %s procent klaar. Vraag het opnieuw als"
                    + " die klaar is.");
    private static final Text UNKNOWN =
            new Text("There is no such simulation of this study.", "Deze simulatie bestaat niet bij dit onderzoek.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    SimulationJobLedger jobs;

    @Inject
    SimulationLedger ledger;

    @Inject
    Clock clock;

    /**
     * What was asked for.
     *
     * @param as whose report it will be
     * @param work to be done; none, where the same was asked for before
     */
    record Requested(SimulationJob job, ActingAs as, Optional<SideBySide> work) {}

    /**
     * Takes a request for a simulation of the version in force, or the newest where none is yet. The same trials and seed of the
     * same folder are the same simulation, which is begun again only where nothing came of it.
     *
     * @throws Refusal {@code INVALID} for fewer trials than say anything, or for more than one request may take;
     *     {@code CONFLICT} while another simulation of this study is at work
     */
    @Transactional
    Requested request(Actor actor, String studyId, int trials, long seed) {
        ActingAs as = permission.require(actor, Right.SIMULATE, studyId);
        PublishedStudy published = studies.opening(studyId);
        Study study = published.study();
        boolean tooMany = (long) trials * study.target() > MOST_ALLOCATIONS || study.target() < 2;
        if (trials < FEWEST || trials > MOST || tooMany || study.target() > Scenario.MOST_PARTICIPANTS) {
            throw new Refusal(Reason.INVALID, TRIALS, List.of(new Violation("/trials", TRIALS)));
        }
        locks.hold(lock(studyId));
        List<SimulationJob> known = jobs.all(studyId);
        Optional<SimulationJob> same = known.stream()
                .filter(job -> job.isOf(published.hash(), trials, seed))
                .filter(job -> job.isActive() || job.state() == State.DONE)
                .findFirst();
        if (same.isPresent()) {
            return new Requested(same.get(), as, Optional.empty());
        }
        known.stream().filter(SimulationJob::isActive).findFirst().ifPresent(other -> {
            throw new Refusal(Reason.CONFLICT, BUSY.with(other.trials(), other.percent()));
        });
        SimulationJob job = new SimulationJob(
                UUID.randomUUID(),
                studyId,
                known.size() + 1,
                study.version(),
                published.hash(),
                trials,
                seed,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                State.QUEUED,
                0);
        Map<String, String> asked =
                Map.of("version", study.version(), "trials", String.valueOf(trials), "seed", String.valueOf(seed));
        jobs.append(job, audit.record(as, "simulation.requested", studyId, "", asked));
        return new Requested(job, as, Optional.of(work(study, trials, seed)));
    }

    private static String lock(String study) {
        return "simulation:" + study;
    }

    private static SideBySide work(Study study, int trials, long seed) {
        Scenario own =
                Scenario.of(study.scheme(), study.target(), study.expected()).withSite(study.siteFactor());
        List<Scenario> all = new ArrayList<>(List.of(own));
        all.addAll(Alternatives.to(own));
        Text title = Text.same(study.id() + " " + study.version());
        return new SideBySide(title, all, trials, GROUPS, seed);
    }

    /** Says how far a simulation has come. */
    @Transactional
    void step(SimulationJob job, int number, State state, int percent) {
        jobs.step(job.id(), number, state, percent);
    }

    /**
     * Keeps the report of a simulation, with its last step; nothing, where the study was simulated again meanwhile because
     * this one had not been heard of.
     */
    @Transactional
    void file(Requested requested, int number, Report report) {
        SimulationJob job = requested.job();
        locks.hold(lock(job.study()));
        if (!jobs.newest(job.study()).map(SimulationJob::id).equals(Optional.of(job.id()))) {
            return;
        }
        SimulationReport simulated = new SimulationReport(
                job.id(),
                job.study(),
                job.version(),
                job.hash(),
                job.trials(),
                job.seed(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                report,
                ReportDocument.sha256(report));
        UUID entry = audit.record(
                requested.as(),
                "allocation.simulated",
                job.study(),
                "",
                Map.of("version", job.version(), "report", simulated.sha256()));
        ledger.append(simulated, entry);
        jobs.step(job.id(), number, State.DONE, 100);
    }

    /** The simulation that was asked for last. */
    public Optional<SimulationJob> newest(Actor actor, String study) {
        permission.require(actor, Right.SIMULATE, study);
        return jobs.newest(study);
    }

    /** @throws Refusal {@code NOT_FOUND} */
    public SimulationJob job(Actor actor, String study, UUID id) {
        permission.require(actor, Right.SIMULATE, study);
        return jobs.all(study).stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN));
    }

    /** The reports of a study, newest first. */
    public List<SimulationReport> list(Actor actor, String study) {
        permission.require(actor, Right.SIMULATE, study);
        return ledger.all(study);
    }
}
