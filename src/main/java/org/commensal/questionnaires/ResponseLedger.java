package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.audit.Facts;
import org.commensal.audit.OneReading;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Every response ever accepted. Appends only: a correction stands beside what it corrects. */
@ApplicationScoped
public class ResponseLedger {

    /** Every response of a study, corrected or not. */
    public static final Facts FACTS = Facts.of("coalesce(sum(responses), 0) from response_counts where study = ?");

    /** @param version of the study on which it was filled in */
    record FilledIn(UUID id, String version) {}

    @PersistenceContext
    EntityManager database;

    @Inject
    StudyRegister studies;

    @Inject
    OneReading reading;

    void append(ResponseRow row) {
        database.persist(row);
        database.flush();
        database.createNativeQuery(
                        "update response_counts set responses = responses + 1 where study = ? and participant = ?")
                .setParameter(1, row.study())
                .setParameter(2, row.participant())
                .executeUpdate();
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

    /**
     * The current response of each task of a participant, in the order in which the tasks were filled in; each read by the
     * version of the study that it was given on.
     */
    public List<Response> current(PublishedStudy published, ParticipantCode code) {
        return reading.once(List.of("current", published.study().id(), code), () -> read(published, code, ""));
    }

    /** The same without the single days of diaries, of which there are hundreds. */
    public List<Response> ofVisitsAndEvents(PublishedStudy published, ParticipantCode code) {
        return reading.once(
                List.of("of visits and events", published.study().id(), code),
                () -> read(published, code, " and r.day is null"));
    }

    private List<Response> read(PublishedStudy published, ParticipantCode code, String which) {
        Map<String, Response> newest = new LinkedHashMap<>();
        database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.participant = :code" + which
                                + " order by r.filledInAt, r.revision",
                        ResponseRow.class)
                .setParameter("study", published.study().id())
                .setParameter("code", code.value())
                .getResultStream()
                .forEach(row -> newest.merge(
                        row.task(), row.response(published.versions()), (a, b) -> a.revision() > b.revision() ? a : b));
        return List.copyOf(newest.values());
    }

    /** The current responses of every participant to these events, in the order in which they were first reported. */
    public Map<ParticipantCode, List<Response>> current(PublishedStudy published, Set<String> events) {
        Map<ParticipantCode, Map<String, Response>> newest = new LinkedHashMap<>();
        database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.event in :events"
                                + " order by r.revision, r.receivedAt, r.task",
                        ResponseRow.class)
                .setParameter("study", published.study().id())
                .setParameter("events", events)
                .getResultStream()
                .forEach(row -> newest.computeIfAbsent(
                                new ParticipantCode(row.participant()), code -> new LinkedHashMap<>())
                        .put(row.task(), row.response(published.versions())));
        Map<ParticipantCode, List<Response>> current = new LinkedHashMap<>();
        newest.forEach((code, own) -> current.put(code, List.copyOf(own.values())));
        return current;
    }

    /** The current responses to one form at a visit or event, by participant code; each read by its version of the study. */
    public Map<String, List<Response>> current(PublishedStudy published, String event, String form) {
        Map<String, Map<String, Response>> newest = new LinkedHashMap<>();
        database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.event = :event and r.form = :form"
                                + " order by r.filledInAt, r.revision",
                        ResponseRow.class)
                .setParameter("study", published.study().id())
                .setParameter("event", event)
                .setParameter("form", form)
                .getResultStream()
                .forEach(row -> newest.computeIfAbsent(row.participant(), code -> new LinkedHashMap<>())
                        .merge(
                                row.task(),
                                row.response(published.versions()),
                                (a, b) -> a.revision() > b.revision() ? a : b));
        Map<String, List<Response>> current = new LinkedHashMap<>();
        newest.forEach((code, tasks) -> current.put(code, List.copyOf(tasks.values())));
        return current;
    }

    /** What each task of a participant was filled in with, the newest revision, by the key of the task. */
    Map<String, FilledIn> filledIn(String study, ParticipantCode code) {
        return reading.once(List.of("filled in", study, code), () -> readFilledIn(study, code));
    }

    private Map<String, FilledIn> readFilledIn(String study, ParticipantCode code) {
        Map<String, FilledIn> found = new LinkedHashMap<>();
        database.createQuery(
                        "select r.task, r.id, r.studyVersion from ResponseRow r where r.study = :study"
                                + " and r.participant = :code order by r.revision",
                        Object[].class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultStream()
                .forEach(row -> found.put((String) row[0], new FilledIn((UUID) row[1], (String) row[2])));
        return found;
    }

    /** The same for every participant of a study, by participant code. */
    Map<String, Map<String, FilledIn>> filledIn(String study) {
        Map<String, Map<String, FilledIn>> found = new LinkedHashMap<>();
        database.createQuery(
                        "select r.participant, r.task, r.id, r.studyVersion from ResponseRow r where r.study = :study"
                                + " order by r.revision",
                        Object[].class)
                .setParameter("study", study)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent((String) row[0], code -> new LinkedHashMap<>())
                        .put((String) row[1], new FilledIn((UUID) row[2], (String) row[3])));
        return found;
    }

    /** How many responses, corrections among them, each of these participants has; of those who have any. */
    public Map<ParticipantCode, Long> counts(String study, List<ParticipantCode> codes) {
        Map<ParticipantCode, Long> counts = new HashMap<>();
        if (!codes.isEmpty()) {
            Query query = database.createNativeQuery(
                            "select participant, responses from response_counts where study = ?"
                                    + " and participant in (" + "?, ".repeat(codes.size() - 1) + "?)")
                    .setParameter(1, study);
            for (int i = 0; i < codes.size(); i++) {
                query.setParameter(i + 2, codes.get(i).value());
            }
            for (Object found : query.getResultList()) {
                Object[] row = (Object[]) found;
                counts.put(new ParticipantCode((String) row[0]), ((Number) row[1]).longValue());
            }
        }
        return counts;
    }

    /** One revision that is known to be there. */
    Response get(PublishedStudy published, UUID id) {
        return database.find(ResponseRow.class, id).response(published.versions());
    }

    /** Every revision of one task, oldest first. */
    public List<Response> history(String study, ParticipantCode code, String task) {
        Map<String, Study> versions = studies.everInForce(study);
        return database.createQuery(
                        "select r from ResponseRow r where r.study = :study and r.participant = :code"
                                + " and r.task = :task order by r.revision",
                        ResponseRow.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .setParameter("task", task)
                .getResultStream()
                .map(row -> row.response(versions))
                .toList();
    }

    static Optional<ResponseRow> withId(List<ResponseRow> rows, UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
