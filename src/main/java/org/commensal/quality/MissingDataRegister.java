package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.Columns;
import org.commensal.audit.Facts;
import org.commensal.audit.Kept;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.Study;
import org.commensal.quality.DiaryDays.FilledIn;
import org.commensal.quality.MissingData.Counts;
import org.commensal.quality.MissingData.Line;
import org.commensal.quality.MissingData.Missing;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.studies.StudyRegister;

/** What is missing of the data of a study: a few statements, each with a row a participant, and no answer read. */
@ApplicationScoped
public class MissingDataRegister {

    private static final Facts COUNTED = ParticipantRegister.FACTS
            .and(ResponseLedger.FACTS)
            .and(Facts.of(
                    "count(*) from screening_outcomes where study = ?",
                    "count(*) from queries q join query_steps s on s.query = q.id where q.study = ?"));

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Kept kept;

    @Inject
    Clock clock;

    /** One form of one participant, with its task and the last day of its window. */
    private record Form(Participant participant, Visit visit, String form, String task, LocalDate due, Counts counts) {}

    /** What the counts are made of, read once. */
    private record Reading(
            Map<String, Study> atSites,
            LocalDate today,
            List<Participant> participants,
            Map<String, Set<String>> answered,
            Map<String, Set<String>> explained,
            Map<String, LocalDate> screeningEnded) {

        Optional<LocalDate> screeningEnded(Participant participant) {
            return Optional.ofNullable(screeningEnded.get(participant.code().value()));
        }

        Study version(Participant participant) {
            return Objects.requireNonNull(atSites.get(participant.site()));
        }
    }

    /** The counts at the sites where the actor may see them: first the forms of visits, then the days of diaries. */
    public MissingData count(Actor actor, String study) {
        Set<String> sites = sites(actor, Right.SEE_MISSING_DATA, study);
        Map<String, String> versions = new HashMap<>();
        studies.atSites(study).forEach((site, version) -> versions.put(site, version.version()));
        return new MissingData(
                kept.of("missing data", study, COUNTED, List.of(today(study), versions), () -> lines(study)).stream()
                        .filter(line -> sites.contains(Grant.EVERYWHERE) || sites.contains(line.site()))
                        .toList());
    }

    private List<Line> lines(String study) {
        Reading read = read(study, Set.of(Grant.EVERYWHERE));
        List<Line> lines = new ArrayList<>(forms(read));
        lines.addAll(diaries(study, read));
        return List.copyOf(lines);
    }

    private LocalDate today(String study) {
        return LocalDate.now(
                clock.withZone(studies.atSites(study).values().iterator().next().zone()));
    }

    /** Of whom one form of one visit is missing, the one due longest first, at the sites whose tasks the actor may see. */
    public List<Missing> missing(Actor actor, String study, String event, String form) {
        return each(read(study, sites(actor, Right.SEE_TASKS, study)))
                .filter(one -> one.visit().code().equals(event) && one.form().equals(form))
                .filter(one -> one.counts().missing() > 0)
                .map(one -> new Missing(
                        one.participant().code(),
                        one.participant().site(),
                        one.task(),
                        one.due(),
                        one.counts().explained() > 0))
                .sorted(Comparator.comparing(Missing::due))
                .toList();
    }

    private Reading read(String study, Set<String> sites) {
        Map<String, Study> atSites = studies.atSites(study);
        return new Reading(
                atSites,
                today(study),
                participants.everybody(study).stream()
                        .filter(each -> atSites.containsKey(each.site()))
                        .filter(each -> sites.contains(Grant.EVERYWHERE) || sites.contains(each.site()))
                        .toList(),
                answered(study),
                explained(study),
                screeningEnded(study));
    }

    /** In the order of the schedule, and the lines of a form in that of the sites. */
    private static List<Line> forms(Reading read) {
        Map<String, Map<String, Line>> lines = new LinkedHashMap<>();
        read.atSites().forEach((site, version) -> version.schedule().visits().forEach(visit -> visit.forms()
                .forEach(form -> lines.computeIfAbsent(task(visit, form), task -> new LinkedHashMap<>())
                        .put(site, new Line(site, visit.code(), form.form(), false, Counts.NONE)))));
        each(read).forEach(one -> Objects.requireNonNull(lines.get(one.task()))
                .computeIfPresent(one.participant().site(), (site, line) -> line.plus(one.counts())));
        return lines.values().stream()
                .flatMap(bySite -> bySite.values().stream())
                .filter(line -> !line.counts().equals(Counts.NONE))
                .toList();
    }

    private static Stream<Form> each(Reading read) {
        return read.participants().stream().flatMap(participant -> each(read, participant));
    }

    private static Stream<Form> each(Reading read, Participant participant) {
        String code = participant.code().value();
        Set<String> answered = read.answered().getOrDefault(code, Set.of());
        Set<String> explained = read.explained().getOrDefault(code, Set.of());
        ExpectedForms expected = new ExpectedForms(participant, read.screeningEnded(participant), read.today());
        List<Form> forms = new ArrayList<>();
        for (Visit visit : read.version(participant).schedule().visits()) {
            expected.due(visit).ifPresent(due -> visit.forms().forEach(form -> {
                String task = task(visit, form);
                Counts counts = expected.count(form, due, answered.contains(task), explained.contains(task));
                forms.add(new Form(participant, visit, form.form(), task, due, counts));
            }));
        }
        return forms.stream();
    }

    private static String task(Visit visit, VisitForm form) {
        return visit.code() + "/" + form.form();
    }

    private List<Line> diaries(String study, Reading read) {
        LocalDate lastDue = DiaryDays.lastDue(read.atSites().values().iterator().next(), read.today());
        Map<String, Map<String, FilledIn>> filledIn = filledIn(study, lastDue);
        Map<String, Map<String, Counts>> bySite = new LinkedHashMap<>();
        for (Participant participant : read.participants()) {
            Map<String, Counts> here = bySite.computeIfAbsent(participant.site(), site -> new LinkedHashMap<>());
            Optional<LocalDate> stopped = DiaryDays.stopped(participant, read.screeningEnded(participant));
            new DiaryDays(read.version(participant), participant, stopped, read.today())
                    .counts(filledIn.getOrDefault(participant.code().value(), Map.of()))
                    .forEach((block, counts) -> here.merge(block, counts, Counts::plus));
        }
        return lines(read.atSites(), bySite);
    }

    private static List<Line> lines(Map<String, Study> atSites, Map<String, Map<String, Counts>> bySite) {
        List<Line> lines = new ArrayList<>();
        atSites.forEach((site, version) -> version.schedule().blocks().forEach(block -> Optional.ofNullable(
                        bySite.getOrDefault(site, Map.of()).get(block.code()))
                .ifPresent(counts -> lines.add(new Line(site, block.code(), block.form(), true, counts)))));
        return lines;
    }

    /** The forms of visits that were filled in, by participant: a row for each of them, and not for each form. */
    private Map<String, Set<String>> answered(String study) {
        Map<String, Set<String>> answered = new HashMap<>();
        for (Object each : query(
                        "select participant, string_agg(event || '/' || form, ' ') from responses"
                                + " where study = ? and revision = 1 and on_day is null group by participant",
                        List.of(study))
                .getResultList()) {
            Object[] row = (Object[]) each;
            answered.put((String) row[0], new HashSet<>(List.of(((String) row[1]).split(" "))));
        }
        return answered;
    }

    /** The forms that were not filled in when somebody asked about them and was answered, by participant. */
    private Map<String, Set<String>> explained(String study) {
        Map<String, Set<String>> explained = new HashMap<>();
        for (Object each : query(
                        "select distinct q.participant, q.task from queries q join query_steps a on a.query = q.id"
                                + " and a.step = 'ANSWERED' where q.study = ? and q.revision = 0",
                        List.of(study))
                .getResultList()) {
            Object[] row = (Object[]) each;
            explained.computeIfAbsent((String) row[0], code -> new HashSet<>()).add((String) row[1]);
        }
        return explained;
    }

    /** What was filled in of each block, by participant and block: a row for each participant. */
    private Map<String, Map<String, FilledIn>> filledIn(String study, LocalDate lastDue) {
        Map<String, Map<String, FilledIn>> found = new HashMap<>();
        for (Object each : query(
                        "select b.participant, string_agg(b.event || ' ' || b.days || ' ' || b.recent || ' '"
                                + " || cast(b.last as varchar(10)), ',') from (select participant, event,"
                                + " count(*) as days, sum(case when on_day > ? then 1 else 0 end) as recent,"
                                + " max(on_day) as last from responses where study = ? and revision = 1"
                                + " and on_day is not null group by participant, event) b group by b.participant",
                        List.of(Date.valueOf(lastDue), study))
                .getResultList()) {
            Object[] row = (Object[]) each;
            Map<String, FilledIn> blocks = new HashMap<>();
            for (String block : ((String) row[1]).split(",")) {
                String[] parts = block.split(" ");
                blocks.put(
                        parts[0],
                        new FilledIn(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Columns.day(parts[3])));
            }
            found.put((String) row[0], blocks);
        }
        return found;
    }

    /** The day on which the screening of those who were not randomised was ended. */
    private Map<String, LocalDate> screeningEnded(String study) {
        Map<String, LocalDate> ended = new HashMap<>();
        for (Object each : query(
                        "select o.participant, cast(o.at as date) from screening_outcomes o where o.study = ?"
                                + " and o.outcome <> 'RESUMED' and not exists (select 1 from screening_outcomes n"
                                + " where n.study = o.study and n.participant = o.participant and n.number > o.number)"
                                + " and not exists (select 1 from milestones d where d.study = o.study"
                                + " and d.participant = o.participant and d.stage = 3)",
                        List.of(study))
                .getResultList()) {
            Object[] row = (Object[]) each;
            ended.put((String) row[0], ((Date) row[1]).toLocalDate());
        }
        return ended;
    }

    private Set<String> sites(Actor actor, Right right, String study) {
        Set<String> sites = permission.sites(actor, right, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, right, study);
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return sites;
    }

    private Query query(String statement, List<?> values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
