package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.background.State;

/** The simulations that were asked for, and every step that each has come. */
@ApplicationScoped
public class SimulationJobLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    InstantSource wall;

    /** The simulations of a study, newest first. */
    @SuppressWarnings("unchecked")
    List<SimulationJob> all(String study) {
        List<Object[]> rows = database.createNativeQuery(
                        "select j.id, j.study, j.number, j.version, j.hash, j.trials, j.seed, j.asked_at,"
                                + " s.state, s.percent, s.at from simulation_jobs j"
                                + " join simulation_steps s on s.job = j.id where j.study = ?"
                                + " and s.number = (select max(number) from simulation_steps where job = j.id)"
                                + " order by j.number desc")
                .setParameter(1, study)
                .getResultList();
        return rows.stream().map(this::job).toList();
    }

    Optional<SimulationJob> newest(String study) {
        return all(study).stream().findFirst();
    }

    private SimulationJob job(Object[] row) {
        State written = State.of((String) row[8]).orElseThrow();
        Duration silence = Duration.between(Columns.instant(row[10]), wall.instant());
        return new SimulationJob(
                (UUID) row[0],
                (String) row[1],
                ((Number) row[2]).intValue(),
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                ((Number) row[6]).longValue(),
                Columns.instant(row[7]),
                written.after(silence),
                ((Number) row[9]).intValue());
    }

    /** Keeps what was asked for, with its first step. */
    void append(SimulationJob job, UUID audit) {
        database.createNativeQuery("insert into simulation_jobs"
                        + " (id, study, number, version, hash, trials, seed, asked_at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, job.id())
                .setParameter(2, job.study())
                .setParameter(3, job.number())
                .setParameter(4, job.version())
                .setParameter(5, job.hash())
                .setParameter(6, job.trials())
                .setParameter(7, job.seed())
                .setParameter(8, Columns.write(job.asked()))
                .setParameter(9, audit)
                .executeUpdate();
        step(job.id(), 0, job.state(), job.percent());
    }

    /** @param number of the steps of this simulation, each one more than the one before */
    void step(UUID job, int number, State state, int percent) {
        Instant now = wall.instant();
        database.createNativeQuery(
                        "insert into simulation_steps (job, number, state, percent, at) values (?, ?, ?, ?, ?)")
                .setParameter(1, job)
                .setParameter(2, number)
                .setParameter(3, state.code())
                .setParameter(4, percent)
                .setParameter(5, Columns.write(now))
                .executeUpdate();
    }
}
