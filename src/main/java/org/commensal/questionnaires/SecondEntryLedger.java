package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.ParticipantCode;

/** Every second entry of a form, and what was decided about differences. Appends only. */
@ApplicationScoped
class SecondEntryLedger {

    /** A revision of a form, with who entered it. */
    record Entered(String participant, String event, String task, String form, String version, Instant at, UUID by) {}

    @PersistenceContext
    EntityManager database;

    void append(SecondEntryRow row) {
        database.persist(row);
        database.flush();
    }

    void append(List<ResolutionRow> rows) {
        rows.forEach(database::persist);
        database.flush();
    }

    Optional<SecondEntryRow> find(UUID id) {
        return Optional.ofNullable(database.find(SecondEntryRow.class, id));
    }

    List<SecondEntryRow> of(String study, ParticipantCode code) {
        return database.createQuery(
                        "select s from SecondEntryRow s where s.study = :study and s.participant = :code",
                        SecondEntryRow.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultList();
    }

    List<SecondEntryRow> of(String study) {
        return database.createQuery("select s from SecondEntryRow s where s.study = :study", SecondEntryRow.class)
                .setParameter("study", study)
                .getResultList();
    }

    /** What was decided about each of these second entries. */
    List<ResolutionRow> resolutions(Collection<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select r from ResolutionRow r where r.secondEntry in :entries", ResolutionRow.class)
                        .setParameter("entries", entries)
                        .getResultList();
    }

    /** What one request decided. */
    List<ResolutionRow> resolved(UUID request) {
        return database.createQuery("select r from ResolutionRow r where r.request = :request", ResolutionRow.class)
                .setParameter("request", request)
                .getResultList();
    }

    /** Every revision of these forms, the first first; of one participant or, with none, of all. */
    @SuppressWarnings("unchecked")
    List<Entered> entered(String study, Optional<ParticipantCode> code, Collection<String> forms) {
        List<Object> values = new ArrayList<>(List.of(study));
        values.addAll(forms);
        code.ifPresent(one -> values.add(one.value()));
        Query query = database.createNativeQuery(
                "select r.participant, r.event, r.task, r.form, r.study_version, r.received_at, e.person from responses r"
                        + " join audit_entries e on e.id = r.audit where r.study = ? and r.form in ("
                        + "?, ".repeat(forms.size() - 1) + "?)" + (code.isPresent() ? " and r.participant = ?" : "")
                        + " order by r.revision");
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return ((List<Object[]>) query.getResultList())
                .stream()
                        .map(row -> new Entered(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                Columns.instant(row[5]),
                                (UUID) row[6]))
                        .toList();
    }
}
