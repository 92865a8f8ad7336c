package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.simulation.Alternatives;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.Scenario;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
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
 * <p>The seed is of the simulation alone; that of the trial is never opened. Whoever may not know how is allocated can
 * neither simulate nor read a report.
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

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    SimulationLedger ledger;

    @Inject
    Clock clock;

    /**
     * Simulates the version that is to be activated; where there is none, the one whose scheme allocates.
     *
     * @throws Refusal {@code INVALID} for fewer trials than say anything, or for more than one request may take
     */
    @Transactional
    public SimulationReport simulate(Actor actor, String studyId, int trials, long seed) {
        ActingAs as = permission.require(actor, Right.SIMULATE, studyId);
        PublishedStudy published = studies.opening(studyId);
        Study study = published.study();
        boolean tooMany = (long) trials * study.target() > MOST_ALLOCATIONS || study.target() < 2;
        if (trials < FEWEST || trials > MOST || tooMany || study.target() > Scenario.MOST_PARTICIPANTS) {
            throw new Refusal(Reason.INVALID, TRIALS, List.of(new Violation("/trials", TRIALS)));
        }
        locks.hold("simulation");
        Report report = report(study, trials, seed);
        SimulationReport simulated = new SimulationReport(
                UUID.randomUUID(),
                studyId,
                study.version(),
                published.hash(),
                trials,
                seed,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                report,
                ReportDocument.sha256(report));
        UUID entry = audit.record(
                as,
                "allocation.simulated",
                studyId,
                "",
                Map.of("version", study.version(), "report", simulated.sha256()));
        ledger.append(simulated, entry);
        return simulated;
    }

    private static Report report(Study study, int trials, long seed) {
        Scenario own = Scenario.of(study.scheme(), study.target(), Map.of());
        List<Scenario> all = new ArrayList<>(List.of(own));
        all.addAll(Alternatives.to(own));
        Text title = Text.same(study.id() + " " + study.version());
        return new SideBySide(title, all, trials, GROUPS, seed).run(1, (method, done, of) -> {});
    }

    /** The reports of a study, newest first. */
    public List<SimulationReport> list(Actor actor, String study) {
        permission.require(actor, Right.SIMULATE, study);
        return ledger.all(study);
    }
}
