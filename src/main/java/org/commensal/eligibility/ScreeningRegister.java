package org.commensal.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;

/**
 * The screening log: everybody who was screened, how far they came, and why who did not go on did not.
 *
 * <p>The database narrows, sorts and counts it. Somebody who was randomised is randomised, whatever was recorded before.
 */
@ApplicationScoped
public class ScreeningRegister {

    /** Where the screening of somebody stands; whoever stops before being randomised has declined. */
    public enum State {
        GOES_ON,
        NOT_MEETING_CRITERIA,
        DECLINED,
        OTHER,
        RANDOMISED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param reached the day on which the stage was reached
     * @param outcome why the screening ended, if it was ended
     */
    public record Line(
            ParticipantCode code,
            String site,
            Stage stage,
            State state,
            LocalDate screened,
            LocalDate reached,
            Optional<ScreeningOutcome> outcome) {}

    /** Every participant with the state of their screening, and the outcome that was recorded last. */
    private static final String LOG = """
            select p.code, p.site, s.on_day, (select max(m.stage) from milestones m
                   where m.study = p.study and m.participant = p.code) as stage,
                   case when exists (select 1 from milestones r where r.study = p.study and r.participant = p.code
                   and r.stage = 3) then 'RANDOMISED' when o.outcome <> 'RESUMED' then o.outcome
                   when exists (select 1 from withdrawals w where w.study = p.study and w.participant = p.code)
                   then 'DECLINED' else 'GOES_ON' end as state, o.outcome, o.note, o.criteria, e.person_name, o.at,
                   (select max(m.on_day) from milestones m where m.study = p.study and m.participant = p.code) as reached
            from participants p
            join milestones s on s.study = p.study and s.participant = p.code and s.stage = 0
            left join screening_outcomes o on o.study = p.study and o.participant = p.code and not exists (select 1
                   from screening_outcomes n where n.study = o.study and n.participant = o.participant
                   and n.number > o.number)
            left join audit_entries e on e.id = o.audit
            where p.study = ?""";

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    /** A part of the log at the sites that the actor may see, who was screened last first; page 0 first. */
    public List<Line> page(Actor actor, String study, Optional<State> state, int page, int size) {
        Set<String> sites = sites(actor, Right.SEE_PARTICIPANTS, study);
        List<Object> values = new ArrayList<>(List.of(study));
        String log = "select * from (" + LOG + at(sites, values) + ") l"
                + state.map(one -> " where l.state = '" + one.name() + "'").orElse("")
                + " order by l.on_day desc, l.code desc limit " + size + " offset " + (long) page * size;
        List<Line> lines = new ArrayList<>();
        rows(log, values).forEach(row -> lines.add(line((Object[]) row)));
        return lines;
    }

    /** How many are in each state at the sites where the actor holds this right. */
    public Map<State, Integer> counts(Actor actor, Right right, String study) {
        List<Object> values = new ArrayList<>(List.of(study));
        String log = "select l.state, count(*) from (" + LOG + at(sites(actor, right, study), values)
                + ") l group by l.state";
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (Object found : rows(log, values)) {
            Object[] row = (Object[]) found;
            counts.put(State.valueOf((String) row[0]), ((Number) row[1]).intValue());
        }
        return counts;
    }

    /** How many of those who did not meet the criteria did not meet each, by its id; somebody may miss several. */
    public Map<String, Integer> criteria(Actor actor, Right right, String study) {
        List<Object> values = new ArrayList<>(List.of(study));
        String log = "select l.criteria from (" + LOG + at(sites(actor, right, study), values)
                + ") l where l.state = 'NOT_MEETING_CRITERIA'";
        Map<String, Integer> counts = new TreeMap<>();
        rows(log, values).forEach(row -> ScreeningOutcomeLedger.criteria((String) row)
                .forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts;
    }

    /** The codes of those whose screening was ended and who were not randomised, at every site, for a list that is cut down by who asks. */
    public Set<String> ended(String study) {
        List<?> codes = rows(
                "select o.participant from screening_outcomes o where o.study = ? and o.outcome <> 'RESUMED'"
                        + " and not exists (select 1 from screening_outcomes n where n.study = o.study"
                        + " and n.participant = o.participant and n.number > o.number)"
                        + " and not exists (select 1 from milestones r where r.study = o.study"
                        + " and r.participant = o.participant and r.stage = 3)",
                List.of(study));
        return codes.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static Line line(Object[] row) {
        State state = State.valueOf((String) row[4]);
        boolean ended = state != State.RANDOMISED && state != State.GOES_ON && !"RESUMED".equals(row[5]);
        return new Line(
                new ParticipantCode((String) row[0]),
                (String) row[1],
                Stage.values()[((Number) row[3]).intValue()],
                state,
                ((Date) row[2]).toLocalDate(),
                ((Date) row[10]).toLocalDate(),
                ended && row[5] != null ? Optional.of(ScreeningOutcomeLedger.read(row, 5)) : Optional.empty());
    }

    private static String at(Set<String> sites, List<Object> values) {
        if (sites.contains(Grant.EVERYWHERE)) {
            return "";
        }
        values.addAll(sites);
        return " and p.site in (" + "?, ".repeat(sites.size() - 1) + "?)";
    }

    private Set<String> sites(Actor actor, Right right, String study) {
        Set<String> sites = permission.sites(actor, right, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, right, study);
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return sites;
    }

    private List<?> rows(String query, List<Object> values) {
        var prepared = database.createNativeQuery(query);
        for (int i = 0; i < values.size(); i++) {
            prepared.setParameter(i + 1, values.get(i));
        }
        return prepared.getResultList();
    }
}
