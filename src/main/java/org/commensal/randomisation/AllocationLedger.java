package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.commensal.allocation.CommitmentText.Closing;
import org.commensal.allocation.LedgerEnd;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.Seed;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy.Scheme;

/**
 * Every allocation ever made, in the order of its stream. Nothing is changed, removed or used again.
 *
 * <p>The ledger of a scheme is closed when another takes its place; nothing is appended to it afterwards. A node remembers each stream that it has read, so that an allocation costs the same however many came before.
 */
@ApplicationScoped
public class AllocationLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    private final Map<String, HeldStream> streams = new ConcurrentHashMap<>();

    /**
     * Keeps the scheme of a study as it is until the transaction ends; participants are allocated beside each other, and
     * one participant by one at a time.
     */
    void keepScheme(String study, ParticipantCode code) {
        locks.holdPart(ParticipantLedger.allocating(study), code.value());
    }

    /** Holds the scheme of a study alone until the transaction ends: nobody is allocated meanwhile. */
    void holdScheme(String study) {
        locks.holdWhole(ParticipantLedger.allocating(study));
    }

    /** Closes the ledger of a scheme, which the caller holds, where it ends now. */
    void close(Study study, LedgerEnd end, Instant at, UUID audit) {
        database.createNativeQuery("insert into closed_schemes (id, study, version, allocations, ledger_end, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study.id())
                .setParameter(3, study.version())
                .setParameter(4, end.allocations())
                .setParameter(5, end.hash())
                .setParameter(6, Columns.write(at))
                .setParameter(7, audit)
                .executeUpdate();
    }

    /** Since when a scheme allocates nobody any more and where its ledger ended; empty for the one that allocates. */
    Optional<Closing> closing(Study study) {
        List<?> rows = database.createNativeQuery(
                        "select at, allocations, ledger_end from closed_schemes where study = ? and version = ?")
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new Closing(
                        Columns.instant(row[0]), new LedgerEnd(((Number) row[1]).intValue(), (String) row[2])));
    }

    /**
     * Holds a stream until the transaction ends, and gives it with all its allocations so far. It is remembered by the
     * commitment, which binds the study, the scheme and the seed.
     *
     * @param seed of the scheme, opened where this node has not read the stream before
     */
    HeldStream hold(Scheme scheme, Supplier<Seed> seed, String stream) {
        Study study = scheme.study();
        locks.hold(nameOf(study, stream));
        String key = scheme.commitment() + "/" + stream;
        HeldStream known = Optional.ofNullable(streams.get(key)).orElseGet(() -> opened(study, seed, stream));
        if (!known.reaches(newest(study, stream)) && !known.follow(rows(study, stream, known.sequence()))) {
            known = opened(study, seed, stream);
            known.follow(rows(study, stream, 0));
        }
        streams.put(key, known);
        return known;
    }

    private static HeldStream opened(Study study, Supplier<Seed> seed, String stream) {
        return new HeldStream(study.scheme(), seed.get(), stream);
    }

    private static String nameOf(Study study, String stream) {
        return "allocation/" + study.id() + "/" + study.version() + "/" + stream;
    }

    /** The last row of a stream, which is mostly all that there is to read. PostgreSQL plans this query once. */
    @SuppressWarnings("unchecked")
    private Optional<AllocationRow> newest(Study study, String stream) {
        return database.createNativeQuery(
                        "select * from allocations where study = ? and version = ? and stream = ?"
                                + " order by sequence desc fetch first 1 row only",
                        AllocationRow.class)
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .setParameter(3, stream)
                .getResultStream()
                .findFirst();
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
        locks.hold(nameOf(study, stream));
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

    /**
     * The chain of every allocation of a scheme as the audit trail has it; empty for one without.
     *
     * @param unnamed the scheme of the entries that name none: they are of before there could be two
     */
    List<String> audited(Study study, String unnamed) {
        List<?> changes = database.createNativeQuery("select cast(changes as varchar) from audit_entries"
                        + " where study = ? and action = '" + RandomiseParticipant.RANDOMISED + "'")
                .setParameter(1, study.id())
                .getResultList();
        return changes.stream()
                .map(found -> object((String) found))
                .filter(found -> found.getString("scheme", unnamed).equals(study.version()))
                .map(found -> found.getString("chain", ""))
                .toList();
    }

    /**
     * An allocation, to be counted.
     *
     * @param notStarted whether it was recorded that nothing was begun
     * @param inError whether, that the participant should not have been randomised
     */
    record Counted(String participant, String site, String arm, boolean notStarted, boolean inError) {}

    /** The allocations of a study, to be counted. */
    List<Counted> counted(String study) {
        String recorded = "(select count(*) from allocation_events e where e.study = a.study"
                + " and e.participant = a.participant and e.kind = '%s')";
        List<?> rows = database.createNativeQuery("select p.code, p.site, a.arm, "
                        + recorded.formatted(AllocationEvent.Kind.WITHDRAWN_BEFORE_START.name()) + ", "
                        + recorded.formatted(AllocationEvent.Kind.RANDOMISED_IN_ERROR.name())
                        + " from allocations a join participants p on p.study = a.study and p.code = a.participant"
                        + " where a.study = ?")
                .setParameter(1, study)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Counted(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        ((Number) row[3]).intValue() > 0,
                        ((Number) row[4]).intValue() > 0))
                .toList();
    }

    private static JsonObject object(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** The name of who made an allocation. */
    String by(AllocationRow row) {
        return (String) database.createNativeQuery("select person_name from audit_entries where id = ?")
                .setParameter(1, row.audit())
                .getSingleResult();
    }

    /** The allocation of this participant, or the one that this key was used for: two look-ups in one query. */
    @SuppressWarnings("unchecked")
    Optional<AllocationRow> find(String study, ParticipantCode code, String idempotencyKey) {
        return database.createNativeQuery(
                        "select * from allocations where study = ? and participant = ?"
                                + " union all select * from allocations where study = ? and idempotency_key = ?",
                        AllocationRow.class)
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, study)
                .setParameter(4, idempotencyKey)
                .getResultStream()
                .findFirst();
    }
}
