package org.commensal.questionnaires;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Task;

/**
 * What a participant has answered so far in a questionnaire that is not finished, so that it can be resumed on another
 * device. A draft is no fact: it is not audited, not exported, and removed when the questionnaire is handed in.
 */
@ApplicationScoped
public class Drafts {

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    /** The answers so far, as they were typed; empty where nothing was begun. */
    public Map<String, Object> read(Actor actor, String study, ParticipantCode code, String task) {
        permit(actor, study, code);
        List<?> found = database.createNativeQuery(
                        "select cast(answers as varchar) from drafts where study = ? and participant = ? and task = ?")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, task)
                .getResultList();
        if (found.isEmpty()) {
            return Map.of();
        }
        try (var reader = JSON.createReader(new StringReader((String) found.get(0)))) {
            return AnswersJson.given(reader.readObject());
        }
    }

    /** The version of the study on which each draft of a participant was begun, by the key of its task. */
    Map<String, String> begun(String study, ParticipantCode code) {
        List<?> rows = database.createNativeQuery(
                        "select task, study_version from drafts where study = ? and participant = ?")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    /** The same for every participant of a study, by participant code. */
    Map<String, Map<String, String>> begun(String study) {
        List<?> rows = database.createNativeQuery("select participant, task, study_version from drafts where study = ?")
                .setParameter(1, study)
                .getResultList();
        Map<String, Map<String, String>> begun = new HashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            begun.computeIfAbsent((String) row[0], code -> new HashMap<>()).put((String) row[1], (String) row[2]);
        }
        return begun;
    }

    @Transactional
    public void save(
            Actor actor, String study, ParticipantCode code, String task, String version, Map<String, Object> given) {
        permit(actor, study, code);
        ledger.hold(study, code);
        remove(study, code, task, task);
        database.createNativeQuery("insert into drafts (study, participant, task, study_version, answers)"
                        + " values (?, ?, ?, ?, ?)")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, task)
                .setParameter(4, version)
                .setParameter(5, json(given))
                .executeUpdate();
    }

    /** The event of this code that was begun and not sent, by the id that its response will have. */
    public Optional<UUID> begun(Actor actor, String study, ParticipantCode code, String event) {
        permit(actor, study, code);
        List<?> found = database.createNativeQuery(
                        "select task from drafts where study = ? and participant = ? and task like ? order by task")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, event + "/%")
                .getResultList();
        return found.stream()
                .map(task -> UUID.fromString(((String) task).substring(event.length() + 1)))
                .findFirst();
    }

    /** Removes the draft of what was handed in, in the same transaction. */
    void handedIn(@Observes ResponseTaken taken) {
        Task task = taken.task();
        String study = taken.study().id();
        remove(study, taken.participant().code(), task.key(), task.event() + "/" + taken.response());
    }

    private void remove(String study, ParticipantCode code, String task, String other) {
        database.createNativeQuery("delete from drafts where study = ? and participant = ? and task in (?, ?)")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .setParameter(3, task)
                .setParameter(4, other)
                .executeUpdate();
    }

    private void permit(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SUBMIT_OWN_RESPONSE, study, participant.site(), code.value());
    }

    /** Answers so far as JSON: texts as they were typed, lists of them, and null where a question was skipped. */
    public static String json(Map<String, Object> given) {
        JsonObjectBuilder document = JSON.createObjectBuilder();
        given.forEach((item, value) -> {
            if (value == null) {
                document.addNull(item);
            } else if (value instanceof List<?> codes) {
                document.add(item, JSON.createArrayBuilder(codes));
            } else if (value instanceof Map<?, ?> parts) {
                JsonObjectBuilder object = JSON.createObjectBuilder();
                parts.forEach((part, written) -> object.add(String.valueOf(part), String.valueOf(written)));
                document.add(item, object);
            } else {
                document.add(item, value.toString());
            }
        });
        return document.build().toString();
    }
}
