package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.commensal.audit.Columns;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;

/** Published versions and the events of each study. A version that was read once is kept: it never changes. */
@ApplicationScoped
public class StudyLedger {

    private static final String ANY_VERSION = "%";

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

    /** Records that the version in force was activated, with the commitment to its seed. */
    public void activate(Study study, String commitment, UUID audit) {
        database.persist(new StudyEvent(
                study.id(), study.version(), PublishedStudy.State.ACTIVE, commitment, clock.instant(), audit));
    }

    /** Records the next state in the life of an activated study; the caller holds the study. */
    void enter(PublishedStudy.State state, String study, String reason, UUID audit) {
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

    /** The version in force: the newest, with the state that was last entered. */
    Optional<PublishedStudy> find(String study) {
        return rows(study, ANY_VERSION).stream().findFirst();
    }

    /** One version, with the state that was last entered. */
    Optional<PublishedStudy> find(String study, String version) {
        return rows(study, version).stream().findFirst();
    }

    /** What was published of a study and when, the newest first; without the folders themselves. */
    List<PublishedVersion> versions(String study) {
        return database
                .createQuery(
                        "select v.version, v.hash, v.publishedAt from StudyVersion v where v.study = :study"
                                + " order by v.publishedAt desc",
                        Object[].class)
                .setParameter("study", study)
                .getResultList()
                .stream()
                .map(row -> new PublishedVersion((String) row[0], (String) row[1], Columns.instant(row[2])))
                .toList();
    }

    private List<PublishedStudy> rows(String study, String version) {
        List<?> rows = database.createNativeQuery("select v.hash, v.published_at,"
                        + " coalesce((select s.state from study_states s where s.study = v.study"
                        + " order by s.sequence desc fetch first 1 row only), e.state), e.commitment"
                        + " from study_versions v left join study_events e on e.study = v.study and e.version = v.version"
                        + " where v.study = ? and v.version like ? order by v.published_at desc, e.at desc"
                        + " fetch first 1 row only")
                .setParameter(1, study)
                .setParameter(2, version)
                .getResultList();
        return rows.stream().map(row -> published((Object[]) row)).toList();
    }

    private PublishedStudy published(Object[] row) {
        String hash = (String) row[0];
        return new PublishedStudy(
                studies.computeIfAbsent(hash, this::read),
                hash,
                row[2] == null ? PublishedStudy.State.PUBLISHED : PublishedStudy.State.valueOf((String) row[2]),
                Columns.instant(row[1]),
                Optional.ofNullable((String) row[3]));
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
