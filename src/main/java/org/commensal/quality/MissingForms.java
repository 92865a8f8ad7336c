package org.commensal.quality;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor.Grant;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.Study;

/**
 * The forms of visits that participants have to fill in, beside what they filled in, as one statement of the database: the
 * plan of each version of the study that a site works with, laid over the days that participants have reached.
 *
 * <p>A form is missing once its window is over without it. It was not expected of somebody who stopped on the last day of
 * its window or before: with follow-up, where participants fill it in; with the use of their data, where staff do; or in
 * screening, where they were not randomised.
 */
final class MissingForms {

    private static final String FORMS = """
            select x.site, x.event, x.form, x.task, x.participant, x.due, x.answered, x.stopped, x.past, x.explained,
                   x.place from (select p.site, p.code as participant, t.event, t.form, t.task, t.place,
                   m.on_day + t.due as due, r.id is not null as answered,
                   coalesce(w.on_day, e.on_day) is not null and coalesce(w.on_day, e.on_day) <= m.on_day + t.due
                   as stopped, m.on_day + t.due < ? as past, k.task is not null as explained
            from participants p
            join (values %s) as s (site, version) on s.site = p.site
            join (values %s) as t (version, event, form, task, stage, due, part, place) on t.version = s.version
            join milestones m on m.study = p.study and m.participant = p.code and m.stage = t.stage
            left join responses r on r.study = p.study and r.participant = p.code and r.task = t.task and r.revision = 1
            left join withdrawals w on w.study = p.study and w.participant = p.code and w.part = t.part
            left join (select o.participant, cast(o.at as date) as on_day from screening_outcomes o
                   where o.study = ? and o.outcome <> 'RESUMED' and not exists (select 1 from screening_outcomes n
                   where n.study = o.study and n.participant = o.participant and n.number > o.number)
                   and not exists (select 1 from milestones d where d.study = o.study and d.participant = o.participant
                   and d.stage = 3)) e on e.participant = p.code
            left join (select distinct q.participant, q.task from queries q join query_steps a on a.query = q.id
                   and a.step = 'ANSWERED' where q.study = ? and q.revision = 0) k
                   on k.participant = p.code and k.task = t.task
            where p.study = ?%s) x""";

    private final List<Object> values = new ArrayList<>();
    private final String forms;

    /** @param sites whose participants count; all with {@code *} */
    MissingForms(String study, Map<String, Study> atSites, Set<String> sites, LocalDate today) {
        Map<Study, Integer> versions = new LinkedHashMap<>();
        atSites.values().forEach(version -> versions.putIfAbsent(version, versions.size()));
        values.add(Date.valueOf(today));
        List<String> works = new ArrayList<>();
        atSites.forEach((site, version) -> {
            works.add("(cast(? as varchar(40)), " + versions.get(version) + ")");
            values.add(site);
        });
        List<String> plan = new ArrayList<>();
        versions.forEach((version, number) -> version.schedule().visits().forEach(visit -> visit.forms()
                .forEach(form -> plan.add(planned(number, visit, form, plan.size())))));
        values.addAll(List.of(study, study, study));
        String visible = "";
        if (!sites.contains(Grant.EVERYWHERE)) {
            visible = " and p.site in (" + String.join(", ", Collections.nCopies(sites.size(), "?")) + ")";
            values.addAll(sites);
        }
        forms = FORMS.formatted(String.join(", ", works), String.join(", ", plan), visible);
    }

    private String planned(int version, Visit visit, VisitForm form, int place) {
        values.addAll(List.of(visit.code(), form.form(), visit.code() + "/" + form.form()));
        return "(%d, cast(? as varchar(40)), cast(? as varchar(80)), cast(? as varchar(120)), %d, %d, %d, %d)"
                .formatted(version, stage(visit), visit.to(), form.by() == FilledBy.STAFF ? 2 : 1, place);
    }

    private static int stage(Visit visit) {
        return Stream.of(Stage.values())
                .filter(stage -> stage.anchor().filter(visit.anchor()::equals).isPresent())
                .mapToInt(Stage::ordinal)
                .findFirst()
                .orElseThrow();
    }

    List<Object> values() {
        return values;
    }

    /** One row a site and form of a visit: how many were answered, are missing, explained, not expected, not yet due. */
    String counts() {
        return "select x.site, x.event, x.form, sum(case when x.answered then 1 else 0 end),"
                + " sum(case when not x.answered and not x.stopped and x.past then 1 else 0 end),"
                + " sum(case when not x.answered and not x.stopped and x.past and x.explained then 1 else 0 end),"
                + " sum(case when not x.answered and x.stopped then 1 else 0 end),"
                + " sum(case when not x.answered and not x.stopped and not x.past then 1 else 0 end)"
                + " from (" + forms + ") x group by x.site, x.event, x.form, x.place order by x.place, x.site";
    }

    /** Those of one form at one visit that are missing, the one that has been due longest first. */
    String missing() {
        return "select x.participant, x.site, x.task, x.due, x.explained from (" + forms + ") x where not x.answered"
                + " and not x.stopped and x.past and x.event = ? and x.form = ? order by x.due, x.participant";
    }
}
