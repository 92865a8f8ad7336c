package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;

/** Every release, with the sealed seed of its subject ids. */
@ApplicationScoped
public class ReleaseLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    SealingKey keys;

    void append(Release release, byte[] seed, UUID audit) {
        database.persist(
                new ReleaseRow(release, keys.name(Purpose.SEED), keys.seal(Purpose.SEED, seed, label(release)), audit));
        database.flush();
    }

    /** The releases of a study, newest first. */
    List<Release> all(String study) {
        return database.createQuery(
                        "select r from ReleaseRow r where r.study = :study order by r.madeAt desc, r.name",
                        ReleaseRow.class)
                .setParameter("study", study)
                .getResultStream()
                .map(ReleaseRow::release)
                .toList();
    }

    Optional<Release> find(String study, UUID id) {
        return row(study, id).map(ReleaseRow::release);
    }

    byte[] seed(Release release) {
        ReleaseRow row = row(release.study(), release.id()).orElseThrow();
        return keys.open(Purpose.SEED, row.keyName(), row.sealedSeed(), label(release));
    }

    private Optional<ReleaseRow> row(String study, UUID id) {
        return database.createQuery(
                        "select r from ReleaseRow r where r.study = :study and r.id = :id", ReleaseRow.class)
                .setParameter("study", study)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private static String label(Release release) {
        return "release/" + release.study() + "/" + release.id();
    }
}
