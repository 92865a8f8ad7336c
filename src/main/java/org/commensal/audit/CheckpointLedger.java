package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chain of checkpoints. "Up to checkpoint N" means sealed by N: what was committed late comes in a later one, and a
 * checkpoint once closed never changes.
 */
@ApplicationScoped
public class CheckpointLedger {

    private static final int BATCH = 5_000;

    /** No transaction lasts this long, so nothing can still be committed below what was sealed this long ago. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);
    /** How far back the frequent pass looks, since looking costs as much as was written in that time. */
    private static final Duration RECENTLY = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    @Inject
    InstantSource wallTime;

    /** Seals everything that is committed and not yet sealed. Returns the number of the last checkpoint. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long seal() {
        return seal(LONGEST_TRANSACTION);
    }

    /** Seals what was written lately; what a long transaction wrote before that is left to {@link #seal}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long sealRecent() {
        return seal(RECENTLY);
    }

    private long seal(Duration reach) {
        locks.hold("audit/seal");
        Optional<Checkpoint> last = last();
        List<AuditEntry> entries = unsealed(floor(reach));
        while (!entries.isEmpty()) {
            last = Optional.of(append(last, entries));
            entries = entries.size() < BATCH
                    ? List.of()
                    : unsealed(entries.get(entries.size() - 1).position());
        }
        return last.map(Checkpoint::number).orElse(0L);
    }

    public Optional<Checkpoint> last() {
        return checkpoints(
                        "select number, entries, previous_hash, hash from audit_checkpoints order by number desc limit 1")
                .stream()
                .findFirst();
    }

    /** The checkpoints, newest first; page 0 has the newest. */
    public List<Checkpoint> page(int page, int size) {
        return checkpoints("select number, entries, previous_hash, hash from audit_checkpoints order by number desc"
                + " limit " + size + " offset " + (long) page * size);
    }

    /** Recomputes the whole chain; each broken checkpoint in a sentence, none where it holds. */
    public List<String> verify() {
        List<String> broken = new ArrayList<>();
        String previous = Checkpoint.BEFORE_THE_FIRST;
        long number = 1;
        for (Checkpoint checkpoint :
                checkpoints("select number, entries, previous_hash, hash from audit_checkpoints order by number")) {
            if (checkpoint.number() != number || !checkpoint.previous().equals(previous)) {
                broken.add("Checkpoint " + checkpoint.number() + " does not follow the one before.");
            }
            if (!checkpoint.seals(sealed(checkpoint.number()))) {
                broken.add("Checkpoint " + checkpoint.number() + " does not match its entries.");
            }
            previous = checkpoint.hash();
            number = checkpoint.number() + 1;
            database.clear();
        }
        return broken;
    }

    private Checkpoint append(Optional<Checkpoint> last, List<AuditEntry> entries) {
        long number = last.map(Checkpoint::number).orElse(0L) + 1;
        Checkpoint checkpoint = Checkpoint.seal(
                number,
                last.map(Checkpoint::hash).orElse(Checkpoint.BEFORE_THE_FIRST),
                entries.stream().map(AuditEntry::entry).toList());
        database.createNativeQuery("insert into audit_checkpoints"
                        + " (number, sealed_at, entries, last_position, previous_hash, hash) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, number)
                .setParameter(2, Timestamp.from(wallTime.instant()))
                .setParameter(3, checkpoint.entries())
                .setParameter(4, entries.get(entries.size() - 1).position())
                .setParameter(5, checkpoint.previous())
                .setParameter(6, checkpoint.hash())
                .executeUpdate();
        long sequence = firstFreeSequence();
        for (AuditEntry entry : entries) {
            database.persist(new AuditSeal(entry.id(), number, sequence++));
        }
        database.flush();
        database.clear();
        return checkpoint;
    }

    /** The next entries above this position that no checkpoint holds yet. */
    private List<AuditEntry> unsealed(long floor) {
        return database.createQuery(
                        "select e from AuditEntry e where e.position > :floor"
                                + " and not exists (select s from AuditSeal s where s.entry = e.id) order by e.position",
                        AuditEntry.class)
                .setParameter("floor", floor)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** The last position that was sealed this long ago. */
    private long floor(Duration reach) {
        Instant settled = wallTime.instant().minus(reach);
        Number floor = (Number) database.createNativeQuery(
                        "select coalesce(max(last_position), 0) from audit_checkpoints where sealed_at < ?")
                .setParameter(1, Timestamp.from(settled))
                .getSingleResult();
        return floor.longValue();
    }

    private long firstFreeSequence() {
        return ((Number) database.createNativeQuery("select coalesce(max(sequence), 0) + 1 from audit_seals")
                        .getSingleResult())
                .longValue();
    }

    private List<AuditTrail.Entry> sealed(long checkpoint) {
        return database.createQuery(
                        "select e from AuditEntry e, AuditSeal s where s.entry = e.id and s.checkpoint = :checkpoint"
                                + " order by s.sequence",
                        AuditEntry.class)
                .setParameter("checkpoint", checkpoint)
                .getResultStream()
                .map(AuditEntry::entry)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Checkpoint> checkpoints(String query) {
        List<Object[]> rows = database.createNativeQuery(query).getResultList();
        return rows.stream()
                .map(row -> new Checkpoint(
                        ((Number) row[0]).longValue(), ((Number) row[1]).intValue(), (String) row[2], (String) row[3]))
                .toList();
    }
}
