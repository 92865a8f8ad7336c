package org.commensal.safety.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.commensal.audit.Columns;
import org.commensal.audit.Facts;
import org.commensal.audit.JsonColumn;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.Step;
import org.jspecify.annotations.Nullable;

/** What was judged of adverse events, and every step and report of serious ones. Appends only. */
@ApplicationScoped
class AdverseEventLedger {

    /** What was recorded of each adverse event, by participant and the key of its task. */
    record Recorded(Map<Key, List<Judgement>> judgements, Map<Key, SeriousEvent> serious) {

        List<Judgement> judgements(ParticipantCode code, String task) {
            return judgements.getOrDefault(new Key(code, task), List.of());
        }

        Optional<SeriousEvent> serious(ParticipantCode code, String task) {
            return Optional.ofNullable(serious.get(new Key(code, task)));
        }
    }

    record Key(ParticipantCode code, String task) {}

    /** Besides the responses, what an adverse event is made of. */
    static final Facts FACTS = Facts.of(
            "count(*) from adverse_event_judgements where study = ?",
            "count(*) from serious_events where study = ?",
            "count(*) from serious_event_steps s join serious_events v on v.id = s.serious_event where v.study = ?",
            "count(*) from serious_event_reports r join serious_events v on v.id = r.serious_event where v.study = ?");

    private static final String EVERYBODY = "*";

    @PersistenceContext
    EntityManager database;

    void append(String study, ParticipantCode code, String task, Judgement made, UUID audit) {
        insert(
                "insert into adverse_event_judgements (id, study, participant, task, response, causality, expected,"
                        + " note, at, audit) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                study,
                code.value(),
                task,
                made.response(),
                made.causality().name(),
                made.expected(),
                made.note(),
                Columns.write(made.at()),
                audit);
    }

    void open(String study, UUID id, ParticipantCode code, String task, UUID audit) {
        insert(
                "insert into serious_events (id, study, participant, task, audit) values (?, ?, ?, ?, ?)",
                id,
                study,
                code.value(),
                task,
                audit);
    }

    /** @param number of the steps before it; who comes second with the same is refused by the database */
    void append(UUID seriousEvent, int number, Step step, UUID audit) {
        insert(
                "insert into serious_event_steps (serious_event, number, step, moment, note, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                seriousEvent,
                number,
                step.kind().name(),
                Columns.write(step.moment()),
                step.note(),
                Columns.write(step.at()),
                audit);
    }

    void append(UUID seriousEvent, SafetyReport report, UUID audit) {
        database.persist(new SafetyReportRow(seriousEvent, report, json(report.content()), audit));
        database.flush();
    }

    /** What was recorded in a study. */
    Recorded of(String study) {
        return recorded(study, EVERYBODY, Long.MAX_VALUE);
    }

    /** What was recorded about one participant. */
    Recorded of(String study, ParticipantCode code) {
        return recorded(study, code.value(), Long.MAX_VALUE);
    }

    /** What was recorded in a study up to a checkpoint. */
    Recorded of(String study, long checkpoint) {
        return recorded(study, EVERYBODY, checkpoint);
    }

    private static String sealed(String fact, long checkpoint) {
        return checkpoint == Long.MAX_VALUE
                ? ""
                : " and exists (select 1 from audit_seals z where z.entry = " + fact + ".audit and z.checkpoint <= "
                        + checkpoint + ")";
    }

    private Recorded recorded(String study, String participant, long checkpoint) {
        Map<UUID, List<Step>> steps = grouped(
                "select s.serious_event, s.step, s.moment, s.note, e.person_name, s.at from serious_event_steps s"
                        + " join serious_events v on v.id = s.serious_event join audit_entries e on e.id = s.audit"
                        + " where v.study = ? and (? = '*' or v.participant = ?)" + sealed("s", checkpoint)
                        + " order by s.number",
                row -> (UUID) row[0],
                row -> new Step(
                        Kind.valueOf((String) row[1]),
                        Columns.instant(row[2]),
                        (String) row[3],
                        (String) row[4],
                        Columns.instant(row[5])),
                study,
                participant);
        Map<UUID, List<SafetyReport>> reports = grouped(
                "select r.serious_event, r.id, r.number, r.kind, r.response, r.judgement, r.language, r.content,"
                        + " r.sha256, r.sent_at, e.person_name, r.at from serious_event_reports r"
                        + " join serious_events v on v.id = r.serious_event join audit_entries e on e.id = r.audit"
                        + " where v.study = ? and (? = '*' or v.participant = ?)" + sealed("r", checkpoint)
                        + " order by r.number",
                row -> (UUID) row[0],
                AdverseEventLedger::report,
                study,
                participant);
        Map<Key, SeriousEvent> serious = new LinkedHashMap<>();
        grouped(
                        "select v.id, v.participant, v.task from serious_events v"
                                + " where v.study = ? and (? = '*' or v.participant = ?)" + sealed("v", checkpoint),
                        row -> new Key(new ParticipantCode((String) row[1]), (String) row[2]),
                        row -> (UUID) row[0],
                        study,
                        participant)
                .forEach((key, ids) -> serious.put(
                        key,
                        new SeriousEvent(
                                ids.get(0),
                                key.code(),
                                key.task(),
                                steps.getOrDefault(ids.get(0), List.of()),
                                reports.getOrDefault(ids.get(0), List.of()))));
        return new Recorded(judgements(study, participant, checkpoint), serious);
    }

    private Map<Key, List<Judgement>> judgements(String study, String participant, long checkpoint) {
        return grouped(
                "select j.participant, j.task, j.id, j.response, j.causality, j.expected, j.note, e.person_name, j.at"
                        + " from adverse_event_judgements j join audit_entries e on e.id = j.audit"
                        + " where j.study = ? and (? = '*' or j.participant = ?)" + sealed("j", checkpoint)
                        + " order by j.at, j.id",
                row -> new Key(new ParticipantCode((String) row[0]), (String) row[1]),
                row -> new Judgement(
                        (UUID) row[2],
                        (UUID) row[3],
                        Causality.valueOf((String) row[4]),
                        (Boolean) row[5],
                        (String) row[6],
                        (String) row[7],
                        Columns.instant(row[8])),
                study,
                participant);
    }

    private static SafetyReport report(@Nullable Object[] row) {
        return new SafetyReport(
                (UUID) row[1],
                ((Number) row[2]).intValue(),
                Kind.CLOSED.name().equals(row[3]),
                (UUID) row[4],
                Optional.ofNullable((UUID) row[5]),
                Language.of((String) row[6]),
                content(String.valueOf(row[7])),
                (String) row[8],
                Columns.instant(row[9]),
                (String) row[10],
                Columns.instant(row[11]));
    }

    private static String json(SortedMap<String, String> content) {
        JsonObjectBuilder object = JsonColumn.JSON.createObjectBuilder();
        content.forEach(object::add);
        return object.build().toString();
    }

    private static SortedMap<String, String> content(String json) {
        SortedMap<String, String> content = new TreeMap<>();
        try (var reader = JsonColumn.JSON.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> content.put(name, ((JsonString) value).getString()));
        }
        return content;
    }

    private <K, V> Map<K, List<V>> grouped(
            String select,
            Function<@Nullable Object[], K> key,
            Function<@Nullable Object[], V> value,
            String study,
            String participant) {
        Map<K, List<V>> grouped = new LinkedHashMap<>();
        for (Object found : query(select, study, participant, participant).getResultList()) {
            @Nullable Object[] row = (@Nullable Object[]) found;
            grouped.computeIfAbsent(key.apply(row), first -> new ArrayList<>()).add(value.apply(row));
        }
        return grouped;
    }

    private void insert(String statement, Object... values) {
        query(statement, values).executeUpdate();
    }

    private Query query(String statement, Object... values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }
}
