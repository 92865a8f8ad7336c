package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Personal links by their digest, the PINs chosen for them, and how often a wrong one was tried. */
@ApplicationScoped
class PersonalLinkLedger {

    /**
     * A link that counts: no later one was issued to the same person.
     *
     * @param verifier of its PIN, once one was chosen
     * @param failed wrong PINs since the last right one
     */
    record Row(UUID person, Optional<String> verifier, int failed) {}

    @PersistenceContext
    EntityManager database;

    public Optional<Row> find(String digest) {
        List<?> rows = database.createNativeQuery("select l.person, coalesce((select c.verifier from pin_changes c"
                        + " where c.link = l.digest order by c.position desc limit 1), p.verifier), t.failed"
                        + " from personal_links l left join pins p on p.link = l.digest left join pin_tries t on t.link = l.digest"
                        + " where l.digest = ? and not exists (select 1 from personal_links later"
                        + " where later.person = l.person and later.position > l.position)")
                .setParameter(1, digest)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(row -> new Row(
                        (UUID) row[0],
                        Optional.ofNullable((String) row[1]),
                        row[2] instanceof Number failed ? failed.intValue() : 0));
    }

    /** The link of a person that counts. */
    public Optional<Row> of(UUID person) {
        List<?> rows = database.createNativeQuery(
                        "select digest from personal_links where person = ? order by position desc limit 1")
                .setParameter(1, person)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst().flatMap(this::find);
    }

    public void add(String digest, UUID person, UUID entry) {
        database.createNativeQuery("insert into personal_links (digest, person, entry) values (?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, person)
                .setParameter(3, entry)
                .executeUpdate();
    }

    public void addPin(String digest, String verifier, UUID entry) {
        database.createNativeQuery("insert into pins (link, verifier, entry) values (?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, verifier)
                .setParameter(3, entry)
                .executeUpdate();
        database.createNativeQuery("insert into pin_tries (link, failed) values (?, 0)")
                .setParameter(1, digest)
                .executeUpdate();
    }

    /** Another PIN for a link that has one. */
    public void changePin(String digest, String verifier, UUID entry) {
        database.createNativeQuery("insert into pin_changes (link, verifier, entry) values (?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, verifier)
                .setParameter(3, entry)
                .executeUpdate();
    }

    /**
     * Counts a try before it is known whether it fails, so that many at once are counted as well.
     *
     * @return how many have failed with this one; empty where {@code most} had failed before it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Integer> beginTry(String digest, int most) {
        int counted = database.createNativeQuery(
                        "update pin_tries set failed = failed + 1 where link = ? and failed < ?")
                .setParameter(1, digest)
                .setParameter(2, most)
                .executeUpdate();
        if (counted == 0) {
            return Optional.empty();
        }
        Object failed = database.createNativeQuery("select failed from pin_tries where link = ?")
                .setParameter(1, digest)
                .getSingleResult();
        return Optional.of(((Number) failed).intValue());
    }

    /** The try was none: begins to count anew. */
    @Transactional(TxType.REQUIRES_NEW)
    public void succeeded(String digest) {
        database.createNativeQuery("update pin_tries set failed = 0 where link = ?")
                .setParameter(1, digest)
                .executeUpdate();
    }
}
