package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.audit.Columns;
import org.commensal.kernel.Actor.Grant;

/** The bearer tokens of the API, by their digest. */
@ApplicationScoped
class TokenRegister {

    /** Whose token it is, and the study it is limited to. */
    record Found(SignedInPerson person, String study) {}

    @PersistenceContext
    EntityManager database;

    public Optional<Found> find(String digest, Instant now) {
        List<?> rows = database.createNativeQuery("select p.id, p.name, p.language,"
                        + " g.role, g.study, g.site, g.participant, t.read_only, t.study"
                        + " from tokens t join people p on p.id = t.person"
                        + " left join grants g on g.person = p.id"
                        + " and not exists (select 1 from grant_revocations r where r.granted = g.id)"
                        + " where t.digest = ? and t.expires_at > ?"
                        + " and not exists (select 1 from token_revocations v where v.token = t.id)"
                        + " order by g.position")
                .setParameter(1, digest)
                .setParameter(2, Columns.write(now))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = (Object[]) rows.get(0);
        return Optional.of(new Found(Recognised.in(rows, Means.TOKEN, (Boolean) first[7]), (String) first[8]));
    }

    /** The tokens of a person that still hold, newest first. */
    public List<Tokens.Entry> of(UUID person, Instant now) {
        List<?> rows = database.createNativeQuery(
                        "select id, label, study, read_only, created_at, expires_at from tokens"
                                + " where person = ? and expires_at > ?"
                                + " and not exists (select 1 from token_revocations v where v.token = id)"
                                + " order by created_at desc, id")
                .setParameter(1, person)
                .setParameter(2, Columns.write(now))
                .getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    public void add(UUID person, String digest, Tokens.Entry token, UUID entry) {
        database.createNativeQuery("insert into tokens"
                        + " (id, digest, person, label, study, read_only, created_at, expires_at, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, token.id())
                .setParameter(2, digest)
                .setParameter(3, person)
                .setParameter(4, token.label())
                .setParameter(5, token.scope().study().orElse(Grant.EVERYWHERE))
                .setParameter(6, token.scope().readOnly())
                .setParameter(7, Columns.write(token.created()))
                .setParameter(8, Columns.write(token.expires()))
                .setParameter(9, entry)
                .executeUpdate();
    }

    public void revoke(UUID token, UUID entry) {
        database.createNativeQuery("insert into token_revocations (token, entry) values (?, ?)")
                .setParameter(1, token)
                .setParameter(2, entry)
                .executeUpdate();
    }

    private static Tokens.Entry entry(Object[] row) {
        Optional<String> study = Optional.of((String) row[2]).filter(code -> !code.equals(Grant.EVERYWHERE));
        return new Tokens.Entry(
                (UUID) row[0],
                (String) row[1],
                new Tokens.Scope(study, (Boolean) row[3]),
                Columns.instant(row[4]),
                Columns.instant(row[5]));
    }
}
