package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commensal.audit.Columns;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy.State;

/** What was published, and the events of each study. A version that was read once is kept: it never changes. */
@ApplicationScoped
public class StudyLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Clock clock;

    private final Map<String, Study> studies = new ConcurrentHashMap<>();

    void append(Study study, String hash, StudyFolder folder, UUID audit) {
        database.persist(new StudyVersion(
                study.id(), study.version(), hash, StudyArchive.pack(folder.files()), clock.instant(), audit));
        database.flush();
    }

    /** Records that this version was activated, at every site, with the commitment to its seed. */
    public void activate(Study study, String commitment, UUID audit) {
        database.persist(new StudyEvent(study.id(), study.version(), State.ACTIVE, commitment, clock.instant(), audit));
    }

    /** Records the next state in the life of an activated study; the caller holds the study. */
    void enter(State state, String study, String reason, UUID audit) {
        Number before = (Number)
                database.createNativeQuery("select coalesce(max(sequence), 0) from study_states where study = ?")
                        .setParameter(1, study)
                        .getSingleResult();
        database.createNativeQuery("insert into study_states (id, study, sequence, state, reason, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, before.intValue() + 1)
                .setParameter(4, state.name())
                .setParameter(5, reason)
                .setParameter(6, Columns.write(clock.instant()))
                .setParameter(7, audit)
                .executeUpdate();
    }

    /** The ids of all studies, in alphabetical order. */
    List<String> ids() {
        return database.createQuery("select distinct v.study from StudyVersion v order by v.study", String.class)
                .getResultList();
    }

    /** The content of a version. */
    Study study(PublishedVersion version) {
        return studies.computeIfAbsent(version.hash(), this::read);
    }

    private Study read(String hash) {
        return StudyReader.read(StudyArchive.unpack(archive(hash)));
    }

    /** The published folder of this hash, as a zip. */
    byte[] archive(String hash) {
        return database.createQuery("select v from StudyVersion v where v.hash = :hash", StudyVersion.class)
                .setParameter("hash", hash)
                .setMaxResults(1)
                .getSingleResult()
                .archive();
    }
}
