package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.allocation.CommitmentText.Moment;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.Seed;
import org.commensal.audit.Columns;
import org.commensal.protocol.Study;

/**
 * The sealed seeds, and what others contributed to them. A seed is drawn once, and opens only to compute an allocation
 * or, after the trial, to be revealed.
 */
@ApplicationScoped
public class SeedLedger {

    /** The seed that the server drew: the commitment that was shown, since when, and who asked for it. */
    record Drawn(Moment shown, UUID person) {}

    /** What somebody contributed. */
    record Given(Contribution contribution, UUID person) {}

    @PersistenceContext
    EntityManager database;

    @Inject
    SealingKey keys;

    private final SecureRandom random = new SecureRandom();

    Seed draw() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Seed(bytes);
    }

    void append(Study study, Seed seed, String commitment, UUID audit) {
        database.persist(new SealedSeed(
                study.id(),
                study.version(),
                keys.name(Purpose.SEED),
                keys.seal(Purpose.SEED, seed.bytes(), label("seed", study)),
                study.scheme().canonical(),
                commitment,
                audit));
    }

    Seed open(Study study) {
        SealedSeed row = database.createQuery(
                        "select s from SealedSeed s where s.study = :study and s.version = :version", SealedSeed.class)
                .setParameter("study", study.id())
                .setParameter("version", study.version())
                .getSingleResult();
        return new Seed(keys.open(Purpose.SEED, row.keyName(), row.sealed(), label("seed", study)));
    }

    /** The commitment to the seed that allocates, once there is one. */
    Optional<Moment> bound(Study study) {
        return rows(
                        "select s.commitment, e.at from sealed_seeds s join audit_entries e on e.id = s.audit"
                                + " where s.study = ? and s.version = ?",
                        study)
                .stream()
                .map(row -> new Moment((String) row[0], Columns.instant(row[1])))
                .findFirst();
    }

    void appendDrawn(Study study, Seed seed, String commitment, UUID person, Instant at, UUID audit) {
        database.createNativeQuery("insert into drawn_seeds (id, study, version, key_name, sealed, commitment, person,"
                        + " at, audit) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study.id())
                .setParameter(3, study.version())
                .setParameter(4, keys.name(Purpose.SEED))
                .setParameter(5, keys.seal(Purpose.SEED, seed.bytes(), label("drawn-seed", study)))
                .setParameter(6, commitment)
                .setParameter(7, person)
                .setParameter(8, Columns.write(at))
                .setParameter(9, audit)
                .executeUpdate();
    }

    /** The seed that was drawn to be contributed to, if one was. */
    Optional<Drawn> drawn(Study study) {
        return rows("select commitment, at, person from drawn_seeds where study = ? and version = ?", study).stream()
                .map(row -> new Drawn(new Moment((String) row[0], Columns.instant(row[1])), (UUID) row[2]))
                .findFirst();
    }

    Optional<Seed> openDrawn(Study study) {
        return rows("select key_name, sealed from drawn_seeds where study = ? and version = ?", study).stream()
                .map(row -> keys.open(Purpose.SEED, (String) row[0], (byte[]) row[1], label("drawn-seed", study)))
                .map(Seed::new)
                .findFirst();
    }

    void appendGiven(Study study, Given given, UUID audit) {
        Contribution contribution = given.contribution();
        database.createNativeQuery("insert into seed_contributions (id, study, version, sequence, content, person,"
                        + " role, at, audit) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study.id())
                .setParameter(3, study.version())
                .setParameter(4, contribution.number())
                .setParameter(5, contribution.content())
                .setParameter(6, given.person())
                .setParameter(7, contribution.role())
                .setParameter(8, Columns.write(contribution.at()))
                .setParameter(9, audit)
                .executeUpdate();
    }

    /** What was contributed, in order. */
    List<Given> given(Study study) {
        return rows(
                        "select sequence, role, at, content, person from seed_contributions"
                                + " where study = ? and version = ? order by sequence",
                        study)
                .stream()
                .map(row -> new Given(
                        new Contribution(
                                ((Number) row[0]).intValue(), (String) row[1], Columns.instant(row[2]), (String)
                                        row[3]),
                        (UUID) row[4]))
                .toList();
    }

    List<Contribution> contributions(Study study) {
        return given(study).stream().map(Given::contribution).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, Study study) {
        return database.createNativeQuery(query)
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .getResultList();
    }

    private static String label(String what, Study study) {
        return what + "/" + study.id() + "/" + study.version();
    }
}
