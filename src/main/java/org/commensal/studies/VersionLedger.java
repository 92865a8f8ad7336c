package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.audit.OneReading;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy.Scheme;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.PublishedVersion.Approval;

/** Which versions of a study there are, and what was decided about each. */
@ApplicationScoped
public class VersionLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    StudyLedger contents;

    @Inject
    OneReading reading;

    @Inject
    Clock clock;

    /** Every version of a study, read at once since each submission asks for it; empty where there is none. */
    Optional<VersionHistory> history(String study) {
        return reading.once(List.of("versions", study), () -> read(study));
    }

    /** The same as it was known at a checkpoint; the state is that of now. */
    Optional<VersionHistory> history(String study, long checkpoint) {
        String sealed = " and exists (select 1 from audit_seals z where z.entry = %s.audit and z.checkpoint <= "
                + checkpoint + ")";
        return read(study, sealed);
    }

    private Optional<VersionHistory> read(String study) {
        return read(study, "");
    }

    /** @param sealed what a fact fulfils that is read, of the table in the place of {@code %s} */
    @SuppressWarnings("unchecked")
    private Optional<VersionHistory> read(String study, String sealed) {
        List<Object[]> rows = database.createNativeQuery("select v.version, v.hash, v.published_at, e.commitment,"
                        + " a.reference, a.at, s.site, s.at, (select l.state from study_states l"
                        + " where l.study = v.study order by l.sequence desc fetch first 1 row only)"
                        + " from study_versions v"
                        + " left join study_events e on e.study = v.study and e.version = v.version"
                        + sealed.formatted("e")
                        + " left join version_approvals a on a.study = v.study and a.version = v.version"
                        + sealed.formatted("a")
                        + " left join version_sites s on s.study = v.study and s.version = v.version"
                        + sealed.formatted("s")
                        + " where v.study = ?" + sealed.formatted("v")
                        + " order by v.published_at, v.version, s.at, s.site")
                .setParameter(1, study)
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(history(study, rows));
    }

    private static VersionHistory history(String study, List<Object[]> rows) {
        Map<String, PublishedVersion> versions = new LinkedHashMap<>();
        for (Object[] row : rows) {
            PublishedVersion version =
                    versions.computeIfAbsent((String) row[0], name -> version(name, row, new LinkedHashMap<>()));
            if (row[6] != null) {
                version.sites().put((String) row[6], Columns.instant(row[7]));
            }
        }
        List<PublishedVersion> all = List.copyOf(versions.values());
        Object entered = rows.get(0)[8];
        State state = entered != null ? State.valueOf((String) entered) : firstState(all);
        return new VersionHistory(study, state, all);
    }

    private static State firstState(List<PublishedVersion> versions) {
        return versions.stream().anyMatch(PublishedVersion::wasInForce) ? State.ACTIVE : State.PUBLISHED;
    }

    private static PublishedVersion version(String name, Object[] row, Map<String, Instant> sites) {
        return new PublishedVersion(
                name,
                (String) row[1],
                Columns.instant(row[2]),
                Optional.ofNullable((String) row[3]),
                row[4] == null ? Optional.empty() : Optional.of(new Approval((String) row[4], Columns.instant(row[5]))),
                sites);
    }

    /** One of the versions of a history, with its content. */
    PublishedStudy published(VersionHistory history, PublishedVersion version) {
        return new PublishedStudy(
                contents.study(version),
                version.hash(),
                history.state(),
                version.publishedAt(),
                history.scheme()
                        .map(scheme -> new Scheme(
                                contents.study(scheme), scheme.commitment().orElseThrow())),
                versions(history));
    }

    private Map<String, Study> versions(VersionHistory history) {
        Map<String, Study> versions = new LinkedHashMap<>();
        history.everInForce().forEach(version -> versions.put(version.version(), contents.study(version)));
        return versions;
    }

    /** Who published a version. */
    UUID publisher(String study, PublishedVersion version) {
        return (UUID) database.createNativeQuery("select a.person from study_versions v"
                        + " join audit_entries a on a.id = v.audit where v.study = ? and v.version = ?")
                .setParameter(1, study)
                .setParameter(2, version.version())
                .getSingleResult();
    }

    void approve(String study, PublishedVersion version, String reference, UUID audit) {
        database.createNativeQuery("insert into version_approvals (id, study, version, reference, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, version.version())
                .setParameter(4, reference)
                .setParameter(5, Columns.write(clock.instant()))
                .setParameter(6, audit)
                .executeUpdate();
    }

    /** From now on this site works with this version. */
    void release(String study, PublishedVersion version, String site, UUID audit) {
        database.createNativeQuery("insert into version_sites (id, study, version, site, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, study)
                .setParameter(3, version.version())
                .setParameter(4, site)
                .setParameter(5, Columns.write(clock.instant()))
                .setParameter(6, audit)
                .executeUpdate();
    }
}
