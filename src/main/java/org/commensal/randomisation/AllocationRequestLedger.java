package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.randomisation.AllocationRequest.Decision;
import org.commensal.randomisation.AllocationRequest.Opened;
import org.commensal.randomisation.AllocationRequest.Whom;
import org.commensal.unblinding.Unblinding.Somebody;
import org.jspecify.annotations.Nullable;

/** Every allocation outside the streams that was asked for, and what was decided. Appends only. */
@ApplicationScoped
class AllocationRequestLedger {

    private static final String SELECT = "select r.id, r.version, r.way, r.site, r.participant, r.follows, r.envelope,"
            + " r.opened_at, r.reason, r.unmet, r.person, e.person_name, r.at,"
            + " d.approved, d.note, d.person, f.person_name, d.at"
            + " from allocation_requests r join audit_entries e on e.id = r.audit"
            + " left join allocation_decisions d on d.request = r.id left join audit_entries f on f.id = d.audit"
            + " where r.study = ?";

    @PersistenceContext
    EntityManager database;

    void append(AllocationRequest asked, String key, UUID audit) {
        Whom whom = asked.whom().orElseThrow();
        query(
                        "insert into allocation_requests (id, study, version, way, site, participant, follows, envelope,"
                                + " opened_at, reason, unmet, person, at, idempotency_key, audit)"
                                + " values (?, ?, ?, ?, ?, ?, "
                                + (whom.follows().isPresent() ? "?" : "null") + ", "
                                + (asked.opened().isPresent() ? "?, ?" : "null, null") + ", ?, ?, ?, ?, ?, ?)",
                        values(asked, whom, key, audit))
                .executeUpdate();
    }

    private static List<Object> values(AllocationRequest asked, Whom whom, String key, UUID audit) {
        List<Object> values = new ArrayList<>(List.of(
                asked.id(),
                asked.study(),
                asked.version(),
                asked.way().name(),
                asked.site(),
                whom.participant().value()));
        whom.follows().ifPresent(code -> values.add(code.value()));
        asked.opened().ifPresent(opened -> {
            values.add(opened.envelope());
            values.add(Columns.write(opened.at()));
        });
        values.addAll(
                List.of(asked.reason(), write(asked.unmet()), asked.by().id(), Columns.write(asked.at()), key, audit));
        return values;
    }

    void append(UUID request, Decision decision, UUID audit) {
        query(
                        "insert into allocation_decisions (request, approved, note, person, at, audit)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        List.of(
                                request,
                                decision.approved(),
                                decision.note(),
                                decision.by().id(),
                                Columns.write(decision.at()),
                                audit))
                .executeUpdate();
    }

    /** The requests of a study, the newest first. */
    List<AllocationRequest> of(String study) {
        return read(study, query(SELECT + " order by r.at desc, r.id", List.of(study)));
    }

    Optional<AllocationRequest> find(String study, UUID id) {
        return read(study, query(SELECT + " and r.id = ?", List.of(study, id))).stream()
                .findFirst();
    }

    /** What this key was used for. */
    Optional<AllocationRequest> find(String study, String key) {
        return read(study, query(SELECT + " and r.idempotency_key = ?", List.of(study, key))).stream()
                .findFirst();
    }

    private Query query(String statement, List<Object> values) {
        Query query = database.createNativeQuery(statement);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static List<AllocationRequest> read(String study, Query query) {
        List<AllocationRequest> requests = new ArrayList<>();
        for (Object found : query.getResultList()) {
            requests.add(read(study, (Object[]) found));
        }
        return requests;
    }

    private static AllocationRequest read(String study, Object[] row) {
        return new AllocationRequest(
                (UUID) row[0],
                study,
                (String) row[1],
                Way.valueOf((String) row[2]),
                (String) row[3],
                Optional.of(new Whom(
                        new ParticipantCode((String) row[4]),
                        Optional.ofNullable((String) row[5]).map(ParticipantCode::new))),
                opened(row[6], row[7]),
                (String) row[8],
                gates((String) row[9]),
                new Somebody((UUID) row[10], (String) row[11]),
                Columns.instant(row[12]),
                row[13] == null
                        ? Optional.empty()
                        : Optional.of(new Decision(
                                (Boolean) row[13],
                                (String) row[14],
                                new Somebody((UUID) row[15], (String) row[16]),
                                Columns.instant(row[17]))));
    }

    private static Optional<Opened> opened(@Nullable Object envelope, @Nullable Object at) {
        return envelope == null || at == null
                ? Optional.empty()
                : Optional.of(new Opened(((Number) envelope).intValue(), Columns.instant(at)));
    }

    private static String write(List<Gate> gates) {
        JsonArrayBuilder written = JSON.createArrayBuilder();
        gates.forEach(gate -> written.add(JSON.createArrayBuilder()
                .add(gate.label().en())
                .add(gate.label().nl())
                .add(gate.detail().en())
                .add(gate.detail().nl())));
        return written.build().toString();
    }

    private static List<Gate> gates(String written) {
        try (var reader = JSON.createReader(new StringReader(written))) {
            return reader.readArray().stream()
                    .map(each -> each.asJsonArray())
                    .map(each -> new Gate(
                            new Text(each.getString(0), each.getString(1)),
                            false,
                            new Text(each.getString(2), each.getString(3))))
                    .toList();
        }
    }
}
