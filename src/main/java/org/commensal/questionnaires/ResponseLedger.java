package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;

/** Every response ever accepted. Appends only: a correction stands beside what it corrects. */
@ApplicationScoped
public class ResponseLedger {

    @PersistenceContext
    EntityManager database;

    void append(ResponseRow row) {
        database.persist(row);
        database.flush();
    }

    /**
     * What stands in the way of this submission, by revision: every response to the same task, and the one of the same
     * id. Two look-ups in one query, since databases plan them better than the same condition with "or".
     */
    @SuppressWarnings("unchecked")
    List<ResponseRow> alike(String study, ParticipantCode code, UUID id, String task) {
        return database.createNativeQuery(
                        "select * from responses where study = ? and participant = ? and task = ?"
                                + " union all select * from responses where id = ? order by revision",
                        ResponseRow.class)
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, task)
                .setParameter(4, id)
                .getResultList();
    }

    /** The current response of each task of a participant, in the order in which the tasks were filled in. */
    public List<Response> current(Study study, ParticipantCode code) {
        return new ArrayList<>(newest(study, code).values());
    }

    /** The current response to each task, by the key of the task. */
    public Map<String, Response> newest(Study study, ParticipantCode code) {
        Map<String, Response> newest = new LinkedHashMap<>();
        database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.participant = :code"
                                + " order by r.filledInAt, r.revision",
                        ResponseRow.class)
                .setParameter("study", study.id())
                .setParameter("code", code.value())
                .getResultStream()
                .forEach(row -> newest.merge(
                        row.task(),
                        row.response(study.questionnaire(row.form())),
                        (a, b) -> a.revision() > b.revision() ? a : b));
        return newest;
    }

    /** The id of the current response to each task, by the key of the task. */
    Map<String, UUID> ids(String study, ParticipantCode code) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        database.createQuery(
                        "select r.task, r.id from ResponseRow r where r.study = :study and r.participant = :code"
                                + " order by r.revision",
                        Object[].class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultStream()
                .forEach(row -> ids.put((String) row[0], (UUID) row[1]));
        return ids;
    }

    /** The same for every participant of a study, by participant code. */
    Map<String, Map<String, UUID>> ids(String study) {
        Map<String, Map<String, UUID>> ids = new LinkedHashMap<>();
        database.createQuery(
                        "select r.participant, r.task, r.id from ResponseRow r where r.study = :study"
                                + " order by r.revision",
                        Object[].class)
                .setParameter("study", study)
                .getResultStream()
                .forEach(row -> ids.computeIfAbsent((String) row[0], code -> new LinkedHashMap<>())
                        .put((String) row[1], (UUID) row[2]));
        return ids;
    }

    /** Every revision of one task, oldest first. */
    public List<Response> history(Study study, ParticipantCode code, String task) {
        return database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.participant = :code"
                                + " and r.task = :task order by r.revision",
                        ResponseRow.class)
                .setParameter("study", study.id())
                .setParameter("code", code.value())
                .setParameter("task", task)
                .getResultStream()
                .map(row -> row.response(study.questionnaire(row.form())))
                .toList();
    }

    static Optional<ResponseRow> withId(List<ResponseRow> rows, UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
