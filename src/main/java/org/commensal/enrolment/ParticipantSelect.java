package org.commensal.enrolment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.kernel.Actor.Grant;

/** Which participants of a study a list shows, in SQL, so that the database narrows, sorts and cuts it. */
final class ParticipantSelect {

    private static final String REACHED =
            " exists (select 1 from milestones m where m.study = p.study and m.participant = p.code and m.stage %s %s)";

    private final StringBuilder where = new StringBuilder(" where p.study = ?");
    private final List<Object> values = new ArrayList<>();

    /** @param sites whose participants may be seen; all with {@code *} */
    ParticipantSelect(String study, Set<String> sites, Filter filter) {
        values.add(study);
        if (!sites.contains(Grant.EVERYWHERE)) {
            where.append(" and p.site in (" + String.join(", ", Collections.nCopies(sites.size(), "?")) + ")");
            values.addAll(sites);
        }
        filter.site().ifPresent(site -> also("p.site = ?", site));
        filter.search()
                .ifPresent(text -> also(
                        "p.code like ? escape '!'", "%" + literal(text.strip().toUpperCase(Locale.ROOT)) + "%"));
        filter.stage().ifPresent(this::at);
    }

    private void also(String condition, Object value) {
        where.append(" and " + condition);
        values.add(value);
    }

    /** Stages are reached one after the other, so that somebody is at the last one. */
    private void at(Stage stage) {
        where.append(" and" + REACHED.formatted("=", stage.ordinal()));
        if (stage.ordinal() + 1 < Stage.values().length) {
            where.append(" and not" + REACHED.formatted("=", stage.ordinal() + 1));
        }
    }

    private static String literal(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    String study() {
        return (String) values.get(0);
    }

    List<Object> values() {
        return values;
    }

    String count() {
        return "select count(*) from participants p" + where;
    }

    /** Those who have reached each stage, as {@code stage, count}; of a whole study their codes need not be looked up. */
    String reached() {
        String those = values.size() == 1
                ? " where m.study = ?"
                : " join participants p on p.study = m.study and p.code = m.participant" + where;
        return "select m.stage, count(*) from milestones m" + those + " group by m.stage";
    }

    /**
     * One row a participant: code, site, the day of each stage and the last day of the diary. The part that is shown is
     * chosen first, and only for it the days are looked up.
     */
    String page(ParticipantOrder order, long from, int size) {
        StringBuilder sql = new StringBuilder("select p.code, p.site");
        for (Stage stage : Stage.values()) {
            sql.append(", (select m.on_day from milestones m where m.study = p.study and m.participant = p.code"
                    + " and m.stage = " + stage.ordinal() + ")");
        }
        return sql.append(
                        ", (select max(r.on_day) from responses r where r.study = p.study and r.participant = p.code)")
                .append(" from (select p.study, p.code, p.site" + sorted(order) + where)
                .append(" order by " + order.sql() + " limit " + size + " offset " + from + ") p")
                .append(" order by " + order.sql().replace("o.on_day", "p.sorted"))
                .toString();
    }

    private static String sorted(ParticipantOrder order) {
        return order.stage() < 0
                ? " from participants p"
                : ", o.on_day as sorted from participants p left join milestones o on o.study = p.study"
                        + " and o.participant = p.code and o.stage = " + order.stage();
    }
}
