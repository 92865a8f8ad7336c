package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.UUID;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.allocation.Seed;
import org.commensal.protocol.Study;

/** The sealed seeds. A seed is drawn once, leaves this room never, and opens only to compute an allocation. */
@ApplicationScoped
public class SeedLedger {

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
                keys.seal(Purpose.SEED, seed.bytes(), label(study)),
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
        return new Seed(keys.open(Purpose.SEED, row.keyName(), row.sealed(), label(study)));
    }

    private static String label(Study study) {
        return "seed/" + study.id() + "/" + study.version();
    }
}
