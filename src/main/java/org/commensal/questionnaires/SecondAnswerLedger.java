package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Every second answer that was kept. Appends only. */
@ApplicationScoped
class SecondAnswerLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    StudyRegister studies;

    void append(SecondAnswerRow row) {
        database.persist(row);
        database.flush();
    }

    Optional<SecondAnswerRow> find(UUID id) {
        return Optional.ofNullable(database.find(SecondAnswerRow.class, id));
    }

    /** Those of one participant that were not taken in, in the order in which they came. */
    List<SecondAnswer> of(String study, ParticipantCode code) {
        Map<String, Study> versions = studies.everInForce(study);
        return database.createQuery(
                        "select s from SecondAnswerRow s where s.study = :study and s.participant = :code"
                                + " and not exists (select r.id from ResponseRow r where r.id = s.id) order by s.receivedAt",
                        SecondAnswerRow.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultStream()
                .map(row -> row.answer(versions))
                .toList();
    }
}
