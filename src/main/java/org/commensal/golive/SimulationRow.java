package org.commensal.golive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of {@code simulations}. */
@Entity
@Table(name = "simulations")
class SimulationRow {

    @Id
    private UUID id;

    private String study;
    private String version;
    private String hash;
    private int trials;
    private long seed;

    @Column(name = "made_at")
    private OffsetDateTime madeAt;

    private String report;
    private String sha256;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SimulationRow() {}

    SimulationRow(SimulationReport simulated, UUID audit) {
        this.id = simulated.id();
        this.study = simulated.study();
        this.version = simulated.version();
        this.hash = simulated.hash();
        this.trials = simulated.trials();
        this.seed = simulated.seed();
        this.madeAt = simulated.made().atOffset(ZoneOffset.UTC);
        this.report = ReportDocument.write(simulated.report());
        this.sha256 = simulated.sha256();
        this.audit = audit;
    }

    SimulationReport simulated() {
        return new SimulationReport(
                id, study, version, hash, trials, seed, madeAt.toInstant(), ReportDocument.read(report), sha256);
    }
}
