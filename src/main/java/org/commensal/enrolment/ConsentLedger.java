package org.commensal.enrolment;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.kernel.ParticipantCode;

/** The consents of a study. Appends only; the names under those that were signed on a screen can be erased. */
@ApplicationScoped
class ConsentLedger {

    /**
     * The names under a consent.
     *
     * @param participant as they typed it
     * @param obtainedBy who was there for the study; empty where the participant signed alone
     */
    record Names(String participant, String obtainedBy) {}

    @PersistenceContext
    EntityManager database;

    @Inject
    SealingKey keys;

    void append(String study, ParticipantCode code, RecordConsent.Consent consent, UUID audit) {
        database.persist(new ConsentRow(study, code, consent, AnsweredQuestions.write(consent.answers()), audit));
    }

    /** Appends a consent that was signed on a screen. */
    SignedConsent append(
            String study,
            ParticipantCode code,
            RecordConsent.Consent consent,
            Instant at,
            int tries,
            Names names,
            UUID audit) {
        ConsentRow row = new ConsentRow(study, code, consent, AnsweredQuestions.write(consent.answers()), audit)
                .onScreen(at, tries);
        database.persist(row);
        database.flush();
        byte[] json = JSON.createObjectBuilder()
                .add("participant", names.participant())
                .add("obtainedBy", names.obtainedBy())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        database.createNativeQuery("insert into consent_signatures (consent, key_name, sealed) values (?, ?, ?)")
                .setParameter(1, row.id())
                .setParameter(2, keys.name(Purpose.VAULT))
                .setParameter(3, keys.seal(Purpose.VAULT, json, label(row.id())))
                .executeUpdate();
        return row.signed();
    }

    /** The consents of a participant, the oldest first. */
    List<SignedConsent> of(String study, ParticipantCode code) {
        return database.createQuery(
                        "select c from ConsentRow c where c.study = :study and c.participant = :code", ConsentRow.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultStream()
                .map(ConsentRow::signed)
                .sorted(Comparator.comparing(SignedConsent::signedOn)
                        .thenComparing(consent -> consent.onScreen().orElse(Instant.EPOCH)))
                .toList();
    }

    /** The names under a consent; empty where it was signed on paper, or they were erased. */
    Optional<Names> names(UUID consent) {
        List<?> rows = database.createNativeQuery("select key_name, sealed from consent_signatures where consent = ?")
                .setParameter(1, consent)
                .getResultList();
        return rows.stream().findFirst().map(found -> (Object[]) found).map(row -> {
            byte[] json = keys.open(Purpose.VAULT, (String) row[0], (byte[]) row[1], label(consent));
            try (var reader = JSON.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
                JsonObject names = reader.readObject();
                return new Names(names.getString("participant"), names.getString("obtainedBy"));
            }
        });
    }

    void eraseNames(String study, ParticipantCode code) {
        database.createNativeQuery("delete from consent_signatures where consent in"
                        + " (select id from consents where study = ? and participant = ?)")
                .setParameter(1, study)
                .setParameter(2, code.value())
                .executeUpdate();
    }

    private static String label(UUID consent) {
        return "consent/" + consent;
    }
}
