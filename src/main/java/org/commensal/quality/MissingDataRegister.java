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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Study;
import org.commensal.quality.DiaryDays.FilledIn;
import org.commensal.quality.MissingData.Counts;
import org.commensal.quality.MissingData.Line;
import org.commensal.quality.MissingData.Missing;
import org.commensal.studies.StudyRegister;

/** What is missing of the data of a study: counted in the database, so that it costs a few statements. */
@ApplicationScoped
public class MissingDataRegister {

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Clock clock;

    /** The counts at the sites where the actor may see them: first the forms of visits, then the days of diaries. */
    public MissingData count(Actor actor, String study) {
        Set<String> sites = sites(actor, Right.SEE_MISSING_DATA, study);
        Map<String, Study> atSites = studies.atSites(study);
        MissingForms forms = new MissingForms(study, atSites, sites, today(atSites));
        List<Line> lines = new ArrayList<>();
        for (Object each : query(forms.counts(), forms.values()).getResultList()) {
            Object[] row = (Object[]) each;
            Counts counts = new Counts(number(row[3]), number(row[4]), number(row[5]), number(row[6]), number(row[7]));
            lines.add(new Line((String) row[0], (String) row[1], (String) row[2], false, counts));
        }
        lines.addAll(diaries(study, atSites, sites));
        return new MissingData(lines);
    }

    /** Of whom one form of one visit is missing, at the sites whose tasks the actor may see. */
    public List<Missing> missing(Actor actor, String study, String event, String form) {
        Map<String, Study> atSites = studies.atSites(study);
        MissingForms forms = new MissingForms(study, atSites, sites(actor, Right.SEE_TASKS, study), today(atSites));
        List<Object> values = new ArrayList<>(forms.values());
        values.addAll(List.of(event, form));
        List<Missing> missing = new ArrayList<>();
        for (Object each : query(forms.missing(), values).getResultList()) {
            Object[] row = (Object[]) each;
            missing.add(new Missing(
                    new ParticipantCode((String) row[0]),
                    (String) row[1],
                    (String) row[2],
                    ((Date) row[3]).toLocalDate(),
                    (Boolean) row[4]));
        }
        return missing;
    }

    private List<Line> diaries(String study, Map<String, Study> atSites, Set<String> sites) {
        LocalDate today = today(atSites);
        Map<String, Map<String, FilledIn>> filledIn = filledIn(study, lastDue(atSites, today));
        Map<String, LocalDate> ended = screeningEnded(study);
        Map<String, Map<DiaryBlock, Counts>> bySite = new LinkedHashMap<>();
        for (Participant participant : participants.everybody(study)) {
            Study version = atSites.get(participant.site());
            if (version == null || !(sites.contains(Grant.EVERYWHERE) || sites.contains(participant.site()))) {
                continue;
            }
            String code = participant.code().value();
            Optional<LocalDate> stopped = DiaryDays.stopped(participant, Optional.ofNullable(ended.get(code)));
            Map<DiaryBlock, Counts> here = bySite.computeIfAbsent(participant.site(), site -> new LinkedHashMap<>());
            new DiaryDays(version, participant, stopped, today)
                    .counts(filledIn.getOrDefault(code, Map.of()))
                    .forEach((block, counts) -> here.merge(block, counts, Counts::plus));
        }
        return lines(atSites, bySite);
    }

    private static List<Line> lines(Map<String, Study> atSites, Map<String, Map<DiaryBlock, Counts>> bySite) {
        List<Line> lines = new ArrayList<>();
        atSites.forEach((site, version) -> version.schedule().blocks().forEach(block -> Optional.ofNullable(
                        bySite.getOrDefault(site, Map.of()).get(block))
                .ifPresent(counts -> lines.add(new Line(site, block.code(), block.form(), true, counts)))));
        return lines;
    }

    /** What was filled in of each block, by participant and block. */
    private Map<String, Map<String, FilledIn>> filledIn(String study, LocalDate lastDue) {
        Map<String, Map<String, FilledIn>> found = new HashMap<>();
        for (Object each : query(
                        "select participant, event, count(*), sum(case when on_day > ? then 1 else 0 end), max(on_day)"
                                + " from responses where study = ? and revision = 1 and on_day is not null"
                                + " group by participant, event",
                        List.of(Date.valueOf(lastDue), study))
                .getResultList()) {
            Object[] row = (Object[]) each;
            found.computeIfAbsent((String) row[0], code -> new HashMap<>())
                    .put((String) row[1], new FilledIn(number(row[2]), number(row[3]), ((Date) row[4]).toLocalDate()));
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

    private static LocalDate lastDue(Map<String, Study> atSites, LocalDate today) {
        return DiaryDays.lastDue(atSites.values().iterator().next(), today);
    }

    private LocalDate today(Map<String, Study> atSites) {
        return LocalDate.now(clock.withZone(atSites.values().iterator().next().zone()));
    }

    private Set<String> sites(Actor actor, Right right, String study) {
        Set<String> sites = permission.sites(actor, right, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, right, study);
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return sites;
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private Query query(String statement, List<?> values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
