package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.audit.Columns;

/** The sessions of browsers, by the digest of their token. */
@ApplicationScoped
class SessionRegister {

    /** A session that holds, and until when it does if it is not used again. */
    record Found(SignedInPerson person, Instant idleUntil, Duration idle) {}

    /** Nodes whose clocks differ by less than this accept each other's sessions. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager database;

    /** A session from the future does not hold either: a clock that was set back revives nothing. */
    public Optional<Found> find(String digest, Instant now) {
        List<?> rows = database.createNativeQuery("select p.id, p.name,"
                        + " coalesce((select a.language from appearances a where a.person = p.id), p.language),"
                        + " g.role, g.study, g.site, g.participant, s.idle_until, s.idle_minutes, s.shared"
                        + " from sessions s join people p on p.id = s.person"
                        + " left join grants g on g.person = p.id"
                        + " and not exists (select 1 from grant_revocations r where r.granted = g.id)"
                        + " where s.digest = ? and s.expires_at > ? and s.idle_until > ? and s.created_at < ?"
                        + " order by g.position")
                .setParameter(1, digest)
                .setParameter(2, Columns.write(now))
                .setParameter(3, Columns.write(now))
                .setParameter(4, Columns.write(now.plus(SKEW)))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = (Object[]) rows.get(0);
        return Optional.of(new Found(
                Recognised.in(rows, (Boolean) first[9] ? Means.SHARED_SESSION : Means.SESSION, false),
                Columns.instant(first[7]),
                Duration.ofMinutes(((Number) first[8]).longValue())));
    }

    public void add(String digest, UUID person, Instant now, SessionLife life) {
        database.createNativeQuery("insert into sessions"
                        + " (digest, person, created_at, expires_at, idle_until, idle_minutes, shared)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, person)
                .setParameter(3, Columns.write(now))
                .setParameter(4, Columns.write(now.plus(life.most())))
                .setParameter(5, Columns.write(now.plus(life.idle())))
                .setParameter(6, (int) life.idle().toMinutes())
                .setParameter(7, life.phone() == Phone.SHARED)
                .executeUpdate();
    }

    /** In a transaction of its own: who is recognised has none yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public void touch(String digest, Instant idleUntil) {
        database.createNativeQuery("update sessions set idle_until = ? where digest = ?")
                .setParameter(1, Columns.write(idleUntil))
                .setParameter(2, digest)
                .executeUpdate();
    }

    public void remove(String digest) {
        database.createNativeQuery("delete from sessions where digest = ?")
                .setParameter(1, digest)
                .executeUpdate();
    }

    public void removeAllOf(UUID person) {
        database.createNativeQuery("delete from sessions where person = ?")
                .setParameter(1, person)
                .executeUpdate();
    }

    public void removeAllOfParticipants(String study) {
        database.createNativeQuery(
                        "delete from sessions where person in (select person from grants where role = ? and study = ?)")
                .setParameter(1, Role.PARTICIPANT.code())
                .setParameter(2, study)
                .executeUpdate();
    }

    public void removeEndedBefore(UUID person, Instant now) {
        database.createNativeQuery("delete from sessions where person = ? and (expires_at < ? or idle_until < ?)")
                .setParameter(1, person)
                .setParameter(2, Columns.write(now))
                .setParameter(3, Columns.write(now))
                .executeUpdate();
    }
}
