package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.commensal.protocol.Study;

/** Every simulation report that is on file. */
@ApplicationScoped
public class SimulationLedger {

    @PersistenceContext
    EntityManager database;

    void append(SimulationReport simulated, UUID audit) {
        database.persist(new SimulationRow(simulated, audit));
        database.flush();
    }

    /** Whether a report of this version is on file. */
    boolean has(Study study) {
        return database.createQuery(
                                "select count(s) from SimulationRow s where s.study = :study and s.version = :version",
                                Long.class)
                        .setParameter("study", study.id())
                        .setParameter("version", study.version())
                        .getSingleResult()
                > 0;
    }

    /** The reports of a study, newest first. */
    List<SimulationReport> all(String study) {
        return database.createQuery(
                        "select s from SimulationRow s where s.study = :study order by s.madeAt desc, s.id",
                        SimulationRow.class)
                .setParameter("study", study)
                .getResultStream()
                .map(SimulationRow::simulated)
                .toList();
    }
}
