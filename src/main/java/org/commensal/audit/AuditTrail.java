package org.commensal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.commensal.kernel.ActingAs;

/** Who did what, when, in which role and why: written with the act or not at all. */
@ApplicationScoped
public class AuditTrail {

    /**
     * One act as it is read back.
     *
     * @param at the UTC instant of the act
     * @param changes what changed, by name
     */
    public record Entry(
            UUID id,
            Instant at,
            UUID person,
            String name,
            String role,
            String study,
            String site,
            String action,
            String subject,
            String reason,
            SortedMap<String, String> changes) {}

    @PersistenceContext
    EntityManager database;

    @Inject
    Clock clock;

    @Inject
    OneReading reading;

    /**
     * Records an act in the transaction of the act.
     *
     * @param action past tense with its subject first: {@code participant.randomised}
     * @param subject what was acted on: a participant code, a study, a release; never a name
     * @param changes never an answer, an identity or an arm
     * @return the entry's id, which the fact refers to
     */
    @Transactional(TxType.MANDATORY)
    public UUID record(ActingAs as, String action, String subject, String reason, Map<String, String> changes) {
        reading.end();
        UUID id = UUID.randomUUID();
        database.persist(new AuditEntry(id, clock.instant(), as, action, subject, reason, Changes.write(changes)));
        return id;
    }

    /** Records what was refused or failed, in a transaction of its own, since there is no act to share one with. */
    @Transactional(TxType.REQUIRES_NEW)
    public void recordRefusal(ActingAs as, String action, String subject, String reason) {
        record(as, action, subject, reason, Map.of());
    }

    /** The entries of one study, newest first; of the whole server with {@code *}. Page 0 is the newest. */
    public List<Entry> page(String study, int page, int size) {
        TypedQuery<AuditEntry> query = database.createQuery(
                "select e from AuditEntry e where :study = '*' or e.study = :study order by e.position desc",
                AuditEntry.class);
        return query.setParameter("study", study)
                .setFirstResult(page * size)
                .setMaxResults(size)
                .getResultStream()
                .map(AuditEntry::entry)
                .toList();
    }

    /** How many entries a study has; the whole server with {@code *}. */
    public long count(String study) {
        return database.createQuery(
                        "select count(e) from AuditEntry e where :study = '*' or e.study = :study", Long.class)
                .setParameter("study", study)
                .getSingleResult();
    }
}
