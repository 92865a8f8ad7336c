package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Every simulation report that is on file. */
@ApplicationScoped
public class SimulationLedger {

    @PersistenceContext
    EntityManager database;

    void append(SimulationReport simulated, UUID audit) {
        database.persist(new SimulationRow(simulated, audit));
        database.flush();
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
