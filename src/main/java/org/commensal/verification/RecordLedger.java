package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.audit.Facts;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.Scope;
import org.commensal.questionnaires.ResponseLedger;

/** Every verification and every signature, with the revisions that they are about. Appends only. */
@ApplicationScoped
class RecordLedger {

    /** That a revision or an item of it was verified, or that what was verified of it is taken back. */
    record VerificationStep(String participant, String task, UUID response, String item, boolean takenBack) {}

    /** A revision that was signed, and when. */
    record Marked(String participant, String task, UUID response, Instant at) {}

    /** The response to a task that stands. */
    record Current(
            String participant,
            String event,
            String task,
            String form,
            UUID response,
            int revision,
            String digest,
            String version) {}

    /** What decides how far data are closed. */
    static final Facts FACTS = ParticipantRegister.FACTS
            .and(ResponseLedger.FACTS)
            .and(Facts.of(
                    "count(*) from freezings where study = ?",
                    "count(*) from verification_steps where study = ?",
                    "count(*) from signed_records where study = ?",
                    "count(*) from study_versions where study = ?",
                    "count(*) from version_sites where study = ?"));

    private static final String VERIFIED = "VERIFIED";
    private static final String TAKEN_BACK = "TAKEN_BACK";
    private static final String OF_ONE = " and x.participant = ?";

    @PersistenceContext
    EntityManager database;

    /** @param item or {@code *} for the form as a whole */
    void verified(String study, FormRecord form, String item, Instant at, UUID audit) {
        append(study, form, item, VERIFIED, "", at, audit);
    }

    void takenBack(String study, FormRecord form, String reason, Instant at, UUID audit) {
        append(study, form, Scope.ALL, TAKEN_BACK, reason, at, audit);
    }

    private void append(
            String study, FormRecord form, String item, String step, String reason, Instant at, UUID audit) {
        database.createNativeQuery("insert into verification_steps"
                        + " (response, study, participant, task, item, step, reason, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, form.response())
                .setParameter(2, study)
                .setParameter(3, form.scope().participant())
                .setParameter(4, form.scope().task())
                .setParameter(5, item)
                .setParameter(6, step)
                .setParameter(7, reason)
                .setParameter(8, Columns.write(at))
                .setParameter(9, audit)
                .executeUpdate();
    }

    void append(SignatureRow signature, List<SignedRecordRow> records) {
        database.persist(signature);
        database.flush();
        records.forEach(database::persist);
    }

    /** The responses that stand, in the order in which they were filled in; of one participant or, with {@code *}, of all. */
    List<Current> standing(String study, String participant) {
        return rows(
                        "select x.participant, x.event, x.task, x.form, x.id, x.revision, x.digest, x.study_version from responses x"
                                + " where x.study = ?" + only(participant)
                                + " and not exists (select 1 from responses n where n.study = x.study"
                                + " and n.participant = x.participant and n.task = x.task"
                                + " and n.revision > x.revision) order by x.participant, x.received_at, x.task",
                        study,
                        participant)
                .stream()
                .map(row -> new Current(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (UUID) row[4],
                        ((Number) row[5]).intValue(),
                        (String) row[6],
                        (String) row[7]))
                .toList();
    }

    /** What was verified and taken back, in that order. */
    List<VerificationStep> verified(String study, String participant) {
        return rows(
                        "select x.participant, x.task, x.response, x.item, x.step from verification_steps x"
                                + " where x.study = ?" + only(participant) + " order by x.position",
                        study,
                        participant)
                .stream()
                .map(row -> new VerificationStep(
                        (String) row[0], (String) row[1], (UUID) row[2], (String) row[3], row[4].equals(TAKEN_BACK)))
                .toList();
    }

    /** Whether what was verified of a revision was taken back for this reason. */
    boolean isTakenBack(UUID response, String reason) {
        return !database.createNativeQuery(
                        "select 1 from verification_steps where response = ? and step = ? and reason = ?")
                .setParameter(1, response)
                .setParameter(2, TAKEN_BACK)
                .setParameter(3, reason)
                .getResultList()
                .isEmpty();
    }

    List<Marked> signed(String study, String participant) {
        return marked(
                "select x.participant, x.task, x.response, s.at from signed_records x"
                        + " join signatures s on s.id = x.signature where x.study = ?",
                study,
                participant);
    }

    /** The signatures about one participant or, with {@code *}, all of them; the first first, each as if it stood. */
    List<Signature> signatures(String study, String participant) {
        Map<UUID, List<UUID>> covered = new HashMap<>();
        rows(
                        "select x.signature, x.response from signed_records x where x.study = ?" + only(participant),
                        study,
                        participant)
                .forEach(row -> covered.computeIfAbsent((UUID) row[0], signature -> new ArrayList<>())
                        .add((UUID) row[1]));
        Map<UUID, Signature> signatures = new LinkedHashMap<>();
        rows(
                        "select x.id, x.site, x.participant, x.event, x.task, x.meaning, e.person, e.person_name, e.role,"
                                + " x.at, x.zone, x.sha256 from signatures x join audit_entries e on e.id = x.audit"
                                + " where x.study = ?" + only(participant) + " order by x.at, x.id",
                        study,
                        participant)
                .forEach(row -> signatures.put(
                        (UUID) row[0],
                        new Signature(
                                (UUID) row[0],
                                new Scope((String) row[1], (String) row[2], (String) row[3], (String) row[4]),
                                Meaning.valueOf((String) row[5]),
                                (UUID) row[6],
                                (String) row[7],
                                (String) row[8],
                                Columns.instant(row[9]),
                                ZoneId.of((String) row[10]),
                                (String) row[11],
                                covered.getOrDefault((UUID) row[0], List.of()),
                                Standing.STANDS)));
        return List.copyOf(signatures.values());
    }

    private List<Marked> marked(String query, String study, String participant) {
        return rows(query + only(participant), study, participant).stream()
                .map(row -> new Marked((String) row[0], (String) row[1], (UUID) row[2], Columns.instant(row[3])))
                .toList();
    }

    private static String only(String participant) {
        return participant.equals(Scope.ALL) ? "" : OF_ONE;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, String study, String participant) {
        Query prepared = database.createNativeQuery(query).setParameter(1, study);
        return participant.equals(Scope.ALL)
                ? prepared.getResultList()
                : prepared.setParameter(2, participant).getResultList();
    }
}
