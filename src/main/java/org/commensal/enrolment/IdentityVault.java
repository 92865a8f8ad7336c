package org.commensal.enrolment;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.SealingKey;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/**
 * The only place that knows who a participant is: name, e-mail, phone and birth date, encrypted with a key that is not
 * in the database and bound to the participant's code, so that rows cannot be swapped.
 */
@ApplicationScoped
public class IdentityVault {

    private static final Text EMPTY = new Text(
            "No identity is kept for %s. It is entered at enrolment, and erased where the use of the data is stopped.",
            "Van %s zijn geen persoonsgegevens bewaard. Die worden bij inschrijving ingevuld, en gewist als het gebruik"
                    + " van de gegevens wordt gestopt.");

    @PersistenceContext
    EntityManager database;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    SealingKey keys;

    /** Opens an identity for somebody who may see it; that they looked is recorded. */
    @Transactional
    public Identity read(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.SEE_IDENTITY, study, participant.site());
        audit.record(as, "identity.seen", code.value(), "", Map.of());
        return sealed(study, code)
                .map(row -> open(row, label(study, code)))
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, EMPTY.with(code)));
    }

    /**
     * The address that the server itself writes to because the protocol says so; empty where none is kept. For the moment
     * of sending: it is shown to nobody and kept nowhere. Each use has its step in the outbox, and the act that the
     * message follows from is in the audit trail, so that no entry is made for each.
     */
    public Optional<String> address(String study, ParticipantCode code) {
        return sealed(study, code).map(row -> open(row, label(study, code)).email());
    }

    private Optional<SealedIdentity> sealed(String study, ParticipantCode code) {
        return database.createQuery(
                        "select i from SealedIdentity i where i.study = :study and i.participant = :code",
                        SealedIdentity.class)
                .setParameter("study", study)
                .setParameter("code", code.value())
                .getResultStream()
                .findFirst();
    }

    /** Locks an identity away, in the transaction of the enrolment. */
    void keep(String study, ParticipantCode code, Identity identity) {
        byte[] json = JSON.createObjectBuilder()
                .add("name", identity.name())
                .add("email", identity.email())
                .add("phone", identity.phone())
                .add("birthDate", identity.birthDate().toString())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        database.persist(new SealedIdentity(
                study,
                code.value(),
                keys.name(SealingKey.Purpose.VAULT),
                keys.seal(SealingKey.Purpose.VAULT, json, label(study, code))));
    }

    /** Erases an identity for good, in the transaction of the withdrawal; there may be none. */
    void erase(ActingAs as, String study, ParticipantCode code) {
        int erased = database.createQuery(
                        "delete from SealedIdentity i where i.study = :study and i.participant = :code")
                .setParameter("study", study)
                .setParameter("code", code.value())
                .executeUpdate();
        if (erased > 0) {
            audit.record(as, "identity.erased", code.value(), "", Map.of());
        }
    }

    private Identity open(SealedIdentity row, String label) {
        byte[] json = keys.open(SealingKey.Purpose.VAULT, row.keyName(), row.sealed(), label);
        try (var reader = JSON.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
            JsonObject identity = reader.readObject();
            return new Identity(
                    identity.getString("name"),
                    identity.getString("email"),
                    identity.getString("phone"),
                    LocalDate.parse(identity.getString("birthDate")));
        }
    }

    private static String label(String study, ParticipantCode code) {
        return "identity/" + study + "/" + code;
    }
}
