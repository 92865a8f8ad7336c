package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.commensal.allocation.Allocation;
import org.commensal.audit.Locks;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;

/** Every allocation ever made, in the order of its stream. Nothing is changed, removed or used again. */
@ApplicationScoped
public class AllocationLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    /** Holds a stream until the transaction ends, and gives its allocations so far, in sequence. */
    List<Allocation> hold(Study study, String stream) {
        locks.hold("allocation/" + study.id() + "/" + study.version() + "/" + stream);
        return database.createQuery(
                        "select a from AllocationRow a where a.study = :study and a.version = :version"
                                + " and a.stream = :stream order by a.sequence",
                        AllocationRow.class)
                .setParameter("study", study.id())
                .setParameter("version", study.version())
                .setParameter("stream", stream)
                .getResultStream()
                .map(AllocationRow::allocation)
                .toList();
    }

    void append(AllocationRow row) {
        database.persist(row);
        database.flush();
    }

    /** The allocation of this participant, or the one that this key was used for. */
    Optional<AllocationRow> find(String study, ParticipantCode code, String idempotencyKey) {
        return database.createQuery(
                        "select a from AllocationRow a where a.study = :study"
                                + " and (a.participant = :code or a.idempotencyKey = :key)",
                        AllocationRow.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .setParameter("key", idempotencyKey)
                .getResultStream()
                .findFirst();
    }
}
