package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery.Entry;
import org.commensal.quality.DataQuery.Step;
import org.commensal.studies.StudyRegister;

/** Every query that was ever raised, and what was said about each. Appends only. */
@ApplicationScoped
public class QueryLedger {

    /** So many threads are read with one statement. */
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager database;

    @Inject
    StudyRegister studies;

    void append(QueryRow row, QueryStepRow question) {
        database.persist(row);
        database.flush();
        append(question);
    }

    void append(QueryStepRow row) {
        database.persist(row);
        database.flush();
    }

    /**
     * Holds the queries of a participant until the transaction ends: nobody else goes on with one, and no response comes in
     * that a rule could raise or close one with, since a response holds the same row.
     */
    void hold(String study, ParticipantCode code) {
        query(
                        "select responses from response_counts where study = ? and participant = ? for update",
                        List.of(study, code.value()))
                .getResultList();
    }

    /** Whether a query of anybody has this id. */
    boolean has(UUID id) {
        return database.find(QueryRow.class, id) != null;
    }

    /** The queries of a participant, the oldest first. */
    List<DataQuery> of(String study, ParticipantCode code) {
        return find(study, new QuerySelect(study, code), QueryOrder.OLDEST, 0, Integer.MAX_VALUE);
    }

    List<DataQuery> find(String study, QuerySelect select, QueryOrder order, long from, int size) {
        List<?> rows = query(select.page(order, from, size), select.values()).getResultList();
        Map<UUID, List<Entry>> threads =
                threads(rows.stream().map(row -> (UUID) ((Object[]) row)[0]).toList());
        Map<String, Study> versions = new HashMap<>();
        List<DataQuery> found = new ArrayList<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            Study version = versions.computeIfAbsent(
                    (String) row[3], name -> studies.version(study, name).study());
            found.add(query(row, version, threads));
        }
        return found;
    }

    int count(QuerySelect select) {
        return ((Number) query(select.count(), select.values()).getSingleResult()).intValue();
    }

    List<WaitingQueries> waiting(QuerySelect select) {
        List<WaitingQueries> waiting = new ArrayList<>();
        for (Object each : query(select.waiting(), select.values()).getResultList()) {
            Object[] row = (Object[]) each;
            waiting.add(new WaitingQueries(
                    new ParticipantCode((String) row[0]),
                    (String) row[1],
                    Step.valueOf((String) row[2]).leadsTo(),
                    ((Number) row[3]).intValue(),
                    Columns.instant(row[4])));
        }
        return waiting;
    }

    private static DataQuery query(Object[] row, Study version, Map<UUID, List<Entry>> threads) {
        UUID id = (UUID) row[0];
        String rule = (String) row[9];
        return new DataQuery(
                id,
                new ParticipantCode((String) row[1]),
                (String) row[2],
                version.version(),
                new Datum((String) row[4], (String) row[5], (String) row[6], (String) row[7]),
                ((Number) row[8]).intValue(),
                rule(version, rule),
                threads.getOrDefault(id, List.of()));
    }

    private static Optional<QueryRule> rule(Study version, String id) {
        return version.conduct().queries().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }

    private Map<UUID, List<Entry>> threads(List<UUID> queries) {
        Map<UUID, List<Entry>> threads = new HashMap<>();
        for (int from = 0; from < queries.size(); from += AT_ONCE) {
            List<UUID> part = queries.subList(from, Math.min(queries.size(), from + AT_ONCE));
            String select =
                    "select s.query, s.step, s.text, e.person_name, s.at from query_steps s join audit_entries e"
                            + " on e.id = s.audit where s.query in ("
                            + String.join(", ", Collections.nCopies(part.size(), "?")) + ") order by s.number";
            for (Object each : query(select, part).getResultList()) {
                Object[] row = (Object[]) each;
                threads.computeIfAbsent((UUID) row[0], first -> new ArrayList<>())
                        .add(new Entry(
                                Step.valueOf((String) row[1]),
                                (String) row[2],
                                (String) row[3],
                                Columns.instant(row[4])));
            }
        }
        return threads;
    }

    private Query query(String select, List<?> values) {
        Query query = database.createNativeQuery(select);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
