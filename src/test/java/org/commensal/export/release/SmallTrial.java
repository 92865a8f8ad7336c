package org.commensal.export.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.PublishedVersion;
import org.commensal.studies.VersionHistory;

/** The facts of a few subjects in memory, from which every table of a release is made without a database. */
final class SmallTrial {

    static final LocalDate RANDOMISED = LocalDate.of(2026, 11, 20);

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final List<Study> versions;
    final Map<String, Subject> subjects = new LinkedHashMap<>();
    final List<SealedResponseRegister.Stored> stored = new ArrayList<>();
    final Map<String, Set<String>> explained = new HashMap<>();
    final Map<String, LocalDate> screeningEnded = new HashMap<>();
    final List<Subject> notReleased = new ArrayList<>();
    final Map<String, ScreeningOutcome.Kind> outcomes = new HashMap<>();
    private final SmallRegisters registers = new SmallRegisters(this);
    private Optional<Map<String, String>> masked = Optional.empty();
    final Map<String, Map<String, String>> levels = new HashMap<>();
    LocalDate today = RANDOMISED.plusDays(200);
    private Specification specification = Specification.draft(List.of("csv"));

    SmallTrial(Study... versions) {
        this.versions = List.of(versions);
    }

    static Study study(String first, String... more) {
        return StudyReader.read(Path.of(first, more));
    }

    static Study shipped(String id) {
        return study("study-protocols", id);
    }

    static Study forTests(String id) {
        return study("src", "test", "resources", "studies", id);
    }

    /** A shipped study with something written otherwise. */
    static Study changed(String id, String before, String after) {
        Map<String, byte[]> files =
                new HashMap<>(StudyFolder.of(Path.of("study-protocols", id)).files());
        files.computeIfPresent("study.yaml", (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace(before, after)
                .getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(files);
    }

    /** The code of the participant with this number at the site with this prefix. */
    static String code(String prefix, int number) {
        return ParticipantCode.of(prefix, number).value();
    }

    SmallTrial on(LocalDate day) {
        today = day;
        return this;
    }

    SmallTrial as(Specification other) {
        specification = other;
        return this;
    }

    SmallTrial subject(String id, String code, String site, Map<Stage, LocalDate> days, Map<Part, LocalDate> stopped) {
        subjects.put(id, new Subject(code, site, days, stopped));
        return this;
    }

    /** Screened 30 days before randomisation, enrolled 28 days before it. */
    SmallTrial randomised(String id, String code, String site) {
        return subject(
                id,
                code,
                site,
                Map.of(
                        Stage.SCREENED, RANDOMISED.minusDays(30),
                        Stage.CONSENTED, RANDOMISED.minusDays(30),
                        Stage.ENROLLED, RANDOMISED.minusDays(28),
                        Stage.RANDOMISED, RANDOMISED),
                Map.of());
    }

    SmallTrial screened(String id, String code, String site) {
        return subject(
                id,
                code,
                site,
                Map.of(Stage.SCREENED, RANDOMISED.minusDays(30), Stage.CONSENTED, RANDOMISED.minusDays(30)),
                Map.of());
    }

    SmallTrial ended(String code, LocalDate day) {
        screeningEnded.put(code, day);
        return this;
    }

    /** Somebody who is counted and in no other table. */
    SmallTrial notReleased(Subject subject) {
        notReleased.add(subject);
        return this;
    }

    SmallTrial outcome(String code, ScreeningOutcome.Kind kind) {
        outcomes.put(code, kind);
        return this;
    }

    /** Tells the arm of each of these participants under a letter. */
    SmallTrial masked(Map<String, String> allocated) {
        masked = Optional.of(allocated);
        return this;
    }

    SmallTrial explained(String code, String task) {
        explained.computeIfAbsent(code, first -> new LinkedHashSet<>()).add(task);
        return this;
    }

    SmallTrial levels(String code, Map<String, String> own) {
        levels.put(code, own);
        return this;
    }

    /** A form of a visit or an event that was filled in at noon of this study day. */
    SmallTrial form(String code, String task, String form, int studyDay, String answers) {
        return revision(code, task, form, 1, studyDay, answers, "{\"_missing\":{}}");
    }

    SmallTrial revision(
            String code, String task, String form, int revision, int studyDay, String answers, String scores) {
        LocalDate day = RANDOMISED.plusDays(studyDay);
        return store(
                form,
                new Answered(
                        code,
                        newest().version(),
                        task.replaceFirst("/.*", ""),
                        task,
                        null,
                        revision,
                        noon(day),
                        revision > 1,
                        answers,
                        scores));
    }

    /** What was filled in on an older version. */
    SmallTrial earlier(String version, String code, String task, String form, String answers) {
        return store(
                form,
                new Answered(
                        code,
                        version,
                        task.replaceFirst("/.*", ""),
                        task,
                        null,
                        1,
                        noon(RANDOMISED),
                        false,
                        answers,
                        "{\"_missing\":{}}"));
    }

    SmallTrial diary(String code, String block, String form, LocalDate day, String answers) {
        return store(
                form,
                new Answered(
                        code,
                        newest().version(),
                        block,
                        form + "/" + day,
                        day,
                        1,
                        noon(day),
                        false,
                        answers,
                        "{\"_missing\":{}}"));
    }

    private SmallTrial store(String form, Answered answered) {
        stored.add(new SealedResponseRegister.Stored(
                UUID.nameUUIDFromBytes((answered.participant() + answered.task() + answered.revision())
                        .getBytes(StandardCharsets.UTF_8)),
                form,
                answered));
        return this;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    private Study newest() {
        return versions.get(versions.size() - 1);
    }

    Basis basis() {
        return new Basis(versions, subjects, history(), 1, today, Map.of(), specification);
    }

    VersionHistory history() {
        List<PublishedVersion> published = versions.stream()
                .map(version -> new PublishedVersion(
                        version.version(), "", Instant.EPOCH, Optional.of("committed"), Optional.empty(), Map.of()))
                .toList();
        return new VersionHistory(newest().id(), State.ACTIVE, published);
    }

    Table table(String name) {
        return tables(false).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Table> tables(boolean history) {
        WholeTables whole = registers.tables();
        Optional<ToldArms> arms = masked.map(allocated -> ToldArms.masked(newest(), allocated, new byte[32]));
        return whole.of(
                versions, subjects, 1, new byte[32], history ? specification.withHistory() : specification, arms);
    }

    SealedFacts facts() {
        return registers.facts();
    }

    CompletenessRegister completeness() {
        return registers.completeness();
    }

    SealedResponseRegister responses() {
        return registers.responses();
    }

    static List<String[]> rows(Table table) {
        List<String[]> rows = new ArrayList<>();
        table.rows().each(rows::add);
        return rows;
    }

    /** The cells of some columns of each row, separated by blanks; a dash for an empty one. */
    static List<String> cells(Table table, String... columns) {
        List<String> names = table.columns().stream().map(Table.Column::name).toList();
        return rows(table).stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>();
                    for (String column : columns) {
                        String cell = row[names.indexOf(column)];
                        cells.add(cell.isEmpty() ? "-" : cell);
                    }
                    return String.join(" ", cells);
                })
                .toList();
    }
}
