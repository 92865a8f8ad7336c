package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.ReleaseTokens.Entry;
import org.commensal.access.ReleaseTokens.Holder;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.audit.Columns;

/** The tokens of releases, by their digest. */
@ApplicationScoped
class ReleaseTokenRegister {

    private static final String HOLDS =
            " t.expires_at > ?" + " and not exists (select 1 from release_token_revocations v where v.token = t.id)";

    @PersistenceContext
    EntityManager database;

    public Optional<Holder> find(String digest, Instant now) {
        List<?> rows = database.createNativeQuery("select p.id, p.name, p.language,"
                        + " g.role, g.study, g.site, g.participant, t.id, t.study, t.release"
                        + " from release_tokens t join people p on p.id = t.person"
                        + " left join grants g on g.person = p.id"
                        + " and not exists (select 1 from grant_revocations r where r.granted = g.id)"
                        + " where t.digest = ? and" + HOLDS + " order by g.position")
                .setParameter(1, digest)
                .setParameter(2, Columns.write(now))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = (Object[]) rows.get(0);
        SignedInPerson maker = Recognised.in(rows, Means.TOKEN, true);
        return Optional.of(new Holder((UUID) first[7], maker.actor(), (String) first[8], (UUID) first[9]));
    }

    public List<Entry> of(UUID release, Instant now) {
        List<?> rows = database.createNativeQuery(
                        "select t.id, t.label, p.name, t.created_at, t.expires_at from release_tokens t"
                                + " join people p on p.id = t.person where t.release = ? and" + HOLDS
                                + " order by t.created_at desc, t.id")
                .setParameter(1, release)
                .setParameter(2, Columns.write(now))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Entry(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        Columns.instant(row[3]),
                        Columns.instant(row[4])))
                .toList();
    }

    public void add(UUID person, String digest, String study, UUID release, Entry token, UUID entry) {
        database.createNativeQuery("insert into release_tokens"
                        + " (id, digest, person, study, release, label, created_at, expires_at, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, token.id())
                .setParameter(2, digest)
                .setParameter(3, person)
                .setParameter(4, study)
                .setParameter(5, release)
                .setParameter(6, token.label())
                .setParameter(7, Columns.write(token.created()))
                .setParameter(8, Columns.write(token.expires()))
                .setParameter(9, entry)
                .executeUpdate();
    }

    public void revoke(UUID token, UUID entry) {
        database.createNativeQuery("insert into release_token_revocations (token, entry) values (?, ?)")
                .setParameter(1, token)
                .setParameter(2, entry)
                .executeUpdate();
    }

    public boolean wasUsed(UUID token, LocalDate day) {
        return !database.createNativeQuery("select 1 from release_token_uses where token = ? and on_day = ?")
                .setParameter(1, token)
                .setParameter(2, Date.valueOf(day))
                .getResultList()
                .isEmpty();
    }

    public void use(UUID token, LocalDate day, UUID entry) {
        database.createNativeQuery("insert into release_token_uses (token, on_day, entry) values (?, ?, ?)")
                .setParameter(1, token)
                .setParameter(2, Date.valueOf(day))
                .setParameter(3, entry)
                .executeUpdate();
    }
}
