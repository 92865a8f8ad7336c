package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.Seed;
import org.commensal.audit.Locks;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;

/**
 * Every allocation ever made, in the order of its stream. Nothing is changed, removed or used again.
 *
 * <p>A node remembers each stream that it has read, so that an allocation costs the same however many came before.
 */
@ApplicationScoped
public class AllocationLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    private final Map<String, HeldStream> streams = new ConcurrentHashMap<>();

    /** Holds a stream until the transaction ends, and gives it with all its allocations so far. */
    HeldStream hold(Study study, Seed seed, String stream) {
        String name = "allocation/" + study.id() + "/" + study.version() + "/" + stream;
        locks.hold(name);
        HeldStream known = streams.getOrDefault(name, new HeldStream(study.scheme(), seed, stream));
        if (!known.follow(rows(study, stream, known.sequence()))) {
            known = new HeldStream(study.scheme(), seed, stream);
            known.follow(rows(study, stream, 0));
        }
        streams.put(name, known);
        return known;
    }

    /** The rows from this sequence on, itself included. */
    private List<AllocationRow> rows(Study study, String stream, int from) {
        return database.createQuery(
                        "select a from AllocationRow a where a.study = :study and a.version = :version"
                                + " and a.stream = :stream and a.sequence >= :from order by a.sequence",
                        AllocationRow.class)
                .setParameter("study", study.id())
                .setParameter("version", study.version())
                .setParameter("stream", stream)
                .setParameter("from", from)
                .getResultList();
    }

    /** Holds a stream that is not one of the scheme until the transaction ends, and gives its rows so far, in sequence. */
    List<LedgerRow> holdOutside(Study study, String stream) {
        locks.hold("allocation/" + study.id() + "/" + study.version() + "/" + stream);
        return rows(study, stream, 0).stream().map(AllocationRow::written).toList();
    }

    void append(AllocationRow row) {
        database.persist(row);
        database.flush();
    }

    /** All rows of the scheme of a study, in no order. */
    List<LedgerRow> all(Study study) {
        return database.createQuery(
                        "select a from AllocationRow a where a.study = :study and a.version = :version",
                        AllocationRow.class)
                .setParameter("study", study.id())
                .setParameter("version", study.version())
                .getResultStream()
                .map(AllocationRow::written)
                .toList();
    }

    /** The chain of every allocation of a study as the audit trail has it; empty for one without. */
    List<String> audited(Study study) {
        List<?> changes = database.createNativeQuery("select cast(changes as varchar) from audit_entries"
                        + " where study = ? and action = '" + RandomiseParticipant.RANDOMISED + "'")
                .setParameter(1, study.id())
                .getResultList();
        return changes.stream().map(found -> chain((String) found)).toList();
    }

    private static String chain(String changes) {
        try (var reader = JSON.createReader(new StringReader(changes))) {
            return reader.readObject().getString("chain", "");
        }
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
