package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.audit.Columns;
import org.commensal.background.State;
import org.commensal.export.Release.Approval;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.Release.Somebody;
import org.commensal.export.release.Specification;

/** Every release that was asked for, with the sealed seed of its subject ids, how far it came and who approved it. */
@ApplicationScoped
public class ReleaseLedger {

    /** Of the formats that there were before there were specifications. */
    private static final List<String> EXTENSIONS = List.of("csv", "dta", "sav", "xpt");

    private static final String SELECT = "select r.id, r.study, r.version, r.name, r.checkpoint, r.made_at, e.person,"
            + " e.person_name, r.software, cast(r.specification as varchar), cast(r.files as varchar), s.state, s.percent, s.at,"
            + " cast(s.files as varchar) from releases r join audit_entries e on e.id = r.audit"
            + " left join release_steps s on s.release = r.id"
            + " and s.number = (select max(number) from release_steps where release = r.id)";

    @PersistenceContext
    EntityManager database;

    @Inject
    SealingKey keys;

    @Inject
    InstantSource wall;

    /** Keeps what was asked for, with its first step. */
    void append(Release release, byte[] seed, UUID audit) {
        database.createNativeQuery("insert into releases (id, study, version, name, checkpoint, made_at, specification,"
                        + " key_name, sealed_seed, audit, software) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, release.id())
                .setParameter(2, release.study())
                .setParameter(3, release.version())
                .setParameter(4, release.name())
                .setParameter(5, release.checkpoint())
                .setParameter(6, Columns.write(release.made()))
                .setParameter(
                        7, SpecificationJson.write(release.specification()).toString())
                .setParameter(8, keys.name(Purpose.SEED))
                .setParameter(9, keys.seal(Purpose.SEED, seed, label(release)))
                .setParameter(10, audit)
                .setParameter(11, release.software())
                .executeUpdate();
        step(release.id(), 0, State.QUEUED, 0, List.of());
    }

    /**
     * @param number of the steps of this release, each one more than the one before
     * @param files once it is made
     */
    void step(UUID release, int number, State state, int percent, List<FileEntry> files) {
        database.createNativeQuery(
                        "insert into release_steps (release, number, state, percent, at, files) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, release)
                .setParameter(2, number)
                .setParameter(3, state.code())
                .setParameter(4, percent)
                .setParameter(5, Columns.write(wall.instant()))
                .setParameter(6, write(files))
                .executeUpdate();
    }

    /** The number of the next step of a release, and how often it was begun. */
    Begun begun(UUID release) {
        Object[] row =
                (Object[]) database.createNativeQuery("select max(number) + 1, sum(case when state = ? then 1 else 0"
                                + " end) from release_steps where release = ?")
                        .setParameter(1, State.QUEUED.code())
                        .setParameter(2, release)
                        .getSingleResult();
        return new Begun(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    record Begun(int next, int times) {}

    void approve(Release release, UUID person, Need need, Instant at, UUID audit) {
        database.createNativeQuery(
                        "insert into release_approvals (release, person, purpose, at, audit) values (?, ?, ?, ?, ?)")
                .setParameter(1, release.id())
                .setParameter(2, person)
                .setParameter(3, need.code())
                .setParameter(4, Columns.write(at))
                .setParameter(5, audit)
                .executeUpdate();
    }

    /** The releases of a study, newest first. */
    List<Release> all(String study) {
        return rows(" where r.study = ? order by r.made_at desc, r.name", study)
                .map(this::release)
                .toList();
    }

    /** Those of every study that a server was at which is gone. */
    List<Release> abandoned() {
        return rows(" where s.state in ('queued', 'running') and s.number >= ?", 0)
                .map(this::release)
                .filter(release -> release.state() == State.ENDED)
                .toList();
    }

    Optional<Release> find(String study, UUID id) {
        return all(study).stream().filter(release -> release.id().equals(id)).findFirst();
    }

    byte[] seed(Release release) {
        Object[] row = (Object[]) database.createNativeQuery("select key_name, sealed_seed from releases where id = ?")
                .setParameter(1, release.id())
                .getSingleResult();
        return keys.open(Purpose.SEED, (String) row[0], (byte[]) row[1], label(release));
    }

    private Stream<Object[]> rows(String where, Object parameter) {
        List<?> rows = database.createNativeQuery(SELECT + where)
                .setParameter(1, parameter)
                .getResultList();
        return rows.stream().map(Object[].class::cast);
    }

    private Release release(Object[] row) {
        UUID id = (UUID) row[0];
        boolean atOnce = row[11] == null;
        List<FileEntry> files = files((String) (atOnce ? row[10] : row[14]));
        Duration silence = atOnce ? Duration.ZERO : Duration.between(Columns.instant(row[13]), wall.instant());
        return new Release(
                id,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                Columns.instant(row[5]),
                new Somebody((UUID) row[6], (String) row[7]),
                row[8] == null ? "" : (String) row[8],
                row[9] == null ? Specification.first(formats(files)) : SpecificationJson.read((String) row[9]),
                atOnce ? State.DONE : State.of((String) row[11]).orElseThrow().after(silence),
                atOnce ? 100 : ((Number) row[12]).intValue(),
                files,
                atOnce ? List.of() : approvals(id));
    }

    private List<Approval> approvals(UUID release) {
        List<?> rows = database.createNativeQuery(
                        "select a.person, e.person_name, a.purpose, a.at from release_approvals a"
                                + " join audit_entries e on e.id = a.audit where a.release = ? order by a.at")
                .setParameter(1, release)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Approval(
                        new Somebody((UUID) row[0], (String) row[1]),
                        Need.of((String) row[2]).orElseThrow(),
                        Columns.instant(row[3])))
                .toList();
    }

    private static String write(List<FileEntry> files) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        files.forEach(file -> array.add(JSON.createObjectBuilder()
                .add("name", file.name())
                .add("rows", file.rows())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        return array.build().toString();
    }

    private static List<FileEntry> files(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(file -> new FileEntry(
                            file.getString("name"),
                            file.getJsonNumber("rows").longValue(),
                            file.getJsonNumber("bytes").longValue(),
                            file.getString("sha256")))
                    .toList();
        }
    }

    /** In which formats a release of before there were specifications is, told by its files. */
    private static List<String> formats(List<FileEntry> files) {
        return EXTENSIONS.stream()
                .filter(extension -> files.stream().anyMatch(file -> file.name().endsWith("." + extension)))
                .toList();
    }

    private static String label(Release release) {
        return "release/" + release.study() + "/" + release.id();
    }
}
