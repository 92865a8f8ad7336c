package org.commensal.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.DataQuery.State;
import org.commensal.quality.DataQuery.Step;

/** A list of queries, as the database narrows, sorts and cuts it. */
final class QuerySelect {

    private static final String FROM = " from queries q join participants p on p.study = q.study and p.code ="
            + " q.participant join query_steps f on f.query = q.id and f.number = 1 join query_steps l on l.query = q.id"
            + " and l.number = (select max(n.number) from query_steps n where n.query = q.id)";

    private final StringBuilder where = new StringBuilder(" where q.study = ?");
    private final List<Object> values = new ArrayList<>();

    /** @param sites whose queries may be seen; all with {@code *} */
    QuerySelect(String study, Set<String> sites, QueryFilter filter) {
        values.add(study);
        if (!sites.contains(Grant.EVERYWHERE)) {
            where.append(" and p.site in (" + String.join(", ", Collections.nCopies(sites.size(), "?")) + ")");
            values.addAll(sites);
        }
        filter.site().ifPresent(site -> also("p.site = ?", site));
        filter.form().ifPresent(form -> also("q.form = ?", form));
        filter.participant()
                .map(text -> text.strip().toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1"))
                .ifPresent(text -> also("q.participant like ? escape '!'", "%" + text + "%"));
        filter.byRule().ifPresent(byRule -> where.append(byRule ? " and q.rule <> ''" : " and q.rule = ''"));
        if (!filter.states().isEmpty()) {
            where.append(" and l.step in (" + steps(filter.states()) + ")");
        }
    }

    /** Every query about one participant. */
    QuerySelect(String study, ParticipantCode participant) {
        values.add(study);
        also("q.participant = ?", participant.value());
    }

    private void also(String condition, Object value) {
        where.append(" and " + condition);
        values.add(value);
    }

    private static String steps(Set<State> states) {
        return Stream.of(Step.values())
                .filter(step -> states.contains(step.leadsTo()))
                .map(step -> "'" + step.name() + "'")
                .collect(Collectors.joining(", "));
    }

    List<Object> values() {
        return values;
    }

    String count() {
        return "select count(*)" + FROM + where;
    }

    /** How many of them wait at each participant, and since when the first does: {@code participant, site, step}. */
    String waiting() {
        String state = "case when l.step = 'ANSWERED' then 'ANSWERED' else 'RAISED' end";
        return "select q.participant, p.site, " + state + ", count(*), min(l.at)" + FROM + where
                + " group by q.participant, p.site, " + state;
    }

    String page(QueryOrder order, long from, int size) {
        return "select q.id, q.participant, p.site, q.study_version, q.event, q.task, q.form, q.item, q.revision, q.rule"
                + FROM + where + " order by " + order.sql() + " limit " + size + " offset " + from;
    }
}
