package org.commensal.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Actor.Grant;
import org.commensal.quality.Deviation.Category;

/** The deviations of a study, recorded and derived, as the database narrows and cuts them. */
final class DeviationSelect {

    private static final String RECORDED = """
            select 'RECORDED' as source, cast(d.id as varchar(36)) as id, d.participant, d.site, e.on_day,
                   cast(null as timestamp with time zone) as at, e.category, e.important, e.description as detail,
                   cast('' as varchar(40)) as event, case when exists (select 1 from deviation_confirmations c
                   where c.deviation = d.id and c.number = e.number{c}) then true else false end as confirmed
            from deviations d join deviation_entries e on e.deviation = d.id and e.number =
                   (select max(n.number) from deviation_entries n where n.deviation = d.id{n})
            where d.study = ?{d}""";

    private static final String LATE = """
             union all select 'LATE_VISIT', cast('' as varchar(36)), r.participant, p.site,
                   cast(min(r.filled_in_at) as date), min(r.filled_in_at), 'VISIT_WINDOW', false,
                   cast(count(*) as varchar(20)), r.event, false
            from responses r join participants p on p.study = r.study and p.code = r.participant
            where r.study = ? and r.late = true and r.revision = 1 and r.on_day is null{r}
            group by r.participant, p.site, r.event""";

    private static final String IN_ERROR = """
             union all select 'RANDOMISED_IN_ERROR', cast('' as varchar(36)), a.participant, p.site,
                   cast(min(a.at) as date), min(a.at), 'ELIGIBILITY', true, '', '', false
            from allocation_events a join participants p on p.study = a.study and p.code = a.participant
            where a.study = ? and a.kind = 'RANDOMISED_IN_ERROR'{a} group by a.participant, p.site""";

    private static final String CONSENT = """
             union all select 'CONSENT_VERSION', cast('' as varchar(36)), c.participant, p.site, c.signed_on,
                   cast(null as timestamp with time zone), 'CONSENT', true, c.document_version, '', false
            from consents c join participants p on p.study = c.study and p.code = c.participant
            where c.study = ?{c} and (%s)""";

    /** Where a statement reads a fact, by the letter of its table. */
    private static final Pattern FACT = Pattern.compile("\\{([a-z])}");

    private static final String SEALED =
            " and exists (select 1 from audit_seals z where z.entry = $1.audit and z.checkpoint <= ";

    private final List<Object> values = new ArrayList<>();
    private final StringBuilder where = new StringBuilder(" where 1 = 1");
    private final String all;

    /** Which consent document a site works with, from one day on until the day before another. */
    record InUse(String site, String document, LocalDate from, Optional<LocalDate> until) {}

    /**
     * @param sites whose deviations may be seen; all with {@code *}
     * @param documents all that sites ever worked with
     * @param checkpoint that sealed what they are told by; {@link Long#MAX_VALUE} for all that is known
     */
    DeviationSelect(String study, Set<String> sites, DeviationFilter filter, List<InUse> documents, long checkpoint) {
        values.addAll(List.of(study, study, study));
        String every = RECORDED + LATE + IN_ERROR + (documents.isEmpty() ? "" : consents(study, documents));
        all = FACT.matcher(every).replaceAll(checkpoint == Long.MAX_VALUE ? "" : SEALED + checkpoint + ")");
        if (!sites.contains(Grant.EVERYWHERE)) {
            where.append(" and x.site in (" + String.join(", ", Collections.nCopies(sites.size(), "?")) + ")");
            values.addAll(sites);
        }
        filter.category().map(Category::name).ifPresent(category -> also("x.category = ?", category));
        filter.important().ifPresent(important -> also("x.important = ?", important));
        filter.confirmed().ifPresent(confirmed -> also("x.confirmed = ?", confirmed));
        filter.recorded()
                .ifPresent(recorded ->
                        where.append(recorded ? " and x.source = 'RECORDED'" : " and x.source <> 'RECORDED'"));
        filter.site().ifPresent(site -> also("x.site = ?", site));
        filter.participant()
                .map(text -> text.strip().toUpperCase(Locale.ROOT).replaceAll("([!%_])", "!$1"))
                .ifPresent(text -> also("x.participant like ? escape '!'", "%" + text + "%"));
    }

    private String consents(String study, List<InUse> documents) {
        values.add(study);
        List<String> wrong = new ArrayList<>();
        for (InUse each : documents) {
            values.addAll(List.of(each.site(), each.document(), each.from()));
            each.until().ifPresent(values::add);
            wrong.add("p.site = ? and c.document_version <> ? and c.signed_on >= ?"
                    + (each.until().isPresent() ? " and c.signed_on < ?" : ""));
        }
        return CONSENT.formatted(String.join(" or ", wrong));
    }

    private void also(String condition, Object value) {
        where.append(" and " + condition);
        values.add(value);
    }

    List<Object> values() {
        return values;
    }

    String count() {
        return "select count(*) from (" + all + ") x" + where;
    }

    /** The last that happened first. */
    String page(long from, int size) {
        return "select x.source, x.id, x.participant, x.site, x.on_day, x.at, x.category, x.important, x.detail, x.event,"
                + " x.confirmed from (" + all + ") x" + where
                + " order by x.on_day desc, x.source, x.participant, x.event, x.id limit " + size + " offset " + from;
    }
}
