package org.commensal.export.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationRegister;
import org.commensal.questionnaires.Response;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.PublishedVersion;
import org.commensal.studies.StudyRegister;
import org.commensal.studies.VersionHistory;

/** The facts of a few subjects in memory, from which every table of a release is made without a database. */
final class SmallTrial {

    static final LocalDate RANDOMISED = LocalDate.of(2026, 11, 20);

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final List<Study> versions;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final List<SealedResponseRegister.Stored> stored = new ArrayList<>();
    private final Map<String, Set<String>> explained = new HashMap<>();
    private final Map<String, LocalDate> screeningEnded = new HashMap<>();
    private final List<Subject> notReleased = new ArrayList<>();
    private final Map<String, ScreeningOutcome.Kind> outcomes = new HashMap<>();
    private Optional<Map<String, String>> masked = Optional.empty();
    private final Map<String, Map<String, String>> levels = new HashMap<>();
    private LocalDate today = RANDOMISED.plusDays(200);
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

    private VersionHistory history() {
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
        WholeTables whole = new WholeTables();
        whole.facts = new Facts();
        whole.studies = new Versions();
        whole.completeness = completeness();
        whole.responses = responses();
        whole.factors = new Factors();
        whole.events = new Events();
        whole.deviations = new Deviations();
        Optional<ToldArms> arms = masked.map(allocated -> ToldArms.masked(newest(), allocated, new byte[32]));
        return whole.of(
                versions, subjects, 1, new byte[32], history ? specification.withHistory() : specification, arms);
    }

    SealedFacts facts() {
        return new Facts();
    }

    CompletenessRegister completeness() {
        return new Completed();
    }

    SealedResponseRegister responses() {
        return new Responses();
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

    private final class Facts extends SealedFacts {

        @Override
        LocalDate day(Study study, long checkpoint) {
            return today;
        }

        @Override
        Map<String, Integer> sizes(String study) {
            return Map.of();
        }

        @Override
        Map<String, Integer> counts(String study, String form) {
            return stored.stream()
                    .filter(one -> one.form().equals(form))
                    .collect(Collectors.toMap(one -> one.revision().participant(), one -> 1, Integer::sum));
        }

        @Override
        Set<String> answering(String study, String form, long checkpoint) {
            return counts(study, form).keySet();
        }

        @Override
        List<Subject> everybody(String study, long checkpoint) {
            return Stream.concat(subjects.values().stream(), notReleased.stream())
                    .toList();
        }

        @Override
        Map<String, ScreeningOutcome.Kind> screeningOutcomes(Basis basis) {
            return outcomes;
        }

        @Override
        Map<String, String> allocatedOutside(String study, long checkpoint) {
            return Map.of();
        }
    }

    private final class Versions extends StudyRegister {

        @Override
        public VersionHistory asOf(String id, long checkpoint) {
            return SmallTrial.this.history();
        }
    }

    private final class Completed extends CompletenessRegister {

        @Override
        void each(Basis basis, List<String> participants, BiConsumer<String, Collection<FilledIn>> own) {
            for (String participant : participants) {
                List<FilledIn> tasks = stored.stream()
                        .filter(one -> one.revision().revision() == 1)
                        .filter(one -> one.revision().participant().equals(participant))
                        .map(Completed::filledIn)
                        .toList();
                if (!tasks.isEmpty()) {
                    own.accept(participant, tasks);
                }
            }
        }

        private static FilledIn filledIn(SealedResponseRegister.Stored one) {
            return new FilledIn(
                    one.revision().participant(),
                    one.revision().version(),
                    one.revision().event(),
                    one.form(),
                    one.revision().task(),
                    one.revision().day(),
                    one.revision().filledIn(),
                    one.revision().late());
        }

        @Override
        Map<String, Set<String>> explained(Basis basis) {
            return explained;
        }

        @Override
        Map<String, LocalDate> screeningEnded(Basis basis) {
            return screeningEnded;
        }
    }

    private final class Responses extends SealedResponseRegister {

        @Override
        void each(Basis basis, String form, List<String> participants, Consumer<Stored> row) {
            participants.forEach(participant ->
                    stored(basis, List.of(form), List.of(participant)).forEach(row));
        }

        @Override
        List<Stored> stored(Basis basis, Collection<String> forms, Collection<String> participants) {
            return stored.stream()
                    .filter(one -> forms.contains(one.form()))
                    .filter(one -> participants.contains(one.revision().participant()))
                    .toList();
        }
    }

    private final class Factors extends FactorRegister {

        @Override
        Map<String, Map<String, String>> levels(String study, long checkpoint) {
            return levels;
        }
    }

    private static final class Events extends AdverseEventRegister {

        @Override
        public List<AdverseEvent> sealed(
                String study, Map<String, Study> versions, long checkpoint, Map<Participant, List<Response>> given) {
            return given.entrySet().stream()
                    .flatMap(own -> own.getValue().stream().map(response -> {
                        Study version = Objects.requireNonNull(versions.get(response.version()));
                        return new AdverseEvent(
                                own.getKey(),
                                version,
                                version.conduct().safety().adverseEvents().orElseThrow(),
                                response,
                                List.of(),
                                Optional.empty());
                    }))
                    .toList();
        }
    }

    private static final class Deviations extends DeviationRegister {

        @Override
        public List<DeviationLine> sealed(Study study, long checkpoint) {
            return List.of();
        }
    }
}
