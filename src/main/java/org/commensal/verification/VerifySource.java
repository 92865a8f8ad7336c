package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Scope;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.studies.StudyRegister;

/**
 * Marks forms of a participant, or items of one, as compared with their source, each in the revision that was looked at; and
 * takes that back, with a reason. A later correction makes a form unverified again.
 *
 * <p>What is verified already stays as it is. What was taken back can be verified again.
 */
@ApplicationScoped
public class VerifySource {

    private static final Text CHOOSE = new Text("Choose what you verified.", "Kies wat u hebt vergeleken.");
    private static final Text CORRECTED = new Text(
            "A form was corrected since you looked at it. Nothing was marked. Look again.",
            "Een formulier is intussen verbeterd. Er is niets gemarkeerd. Kijk opnieuw.");

    private static final Text NO_QUESTION =
            new Text("The form does not ask one of these questions.", "Het formulier heeft een van deze vragen niet.");
    private static final Text WHY = new Text(
            "Say why this is taken back, in at most 2000 characters.",
            "Geef aan waarom dit wordt teruggenomen, in hoogstens 2000 tekens.");
    private static final Text NOTHING = new Text(
            "Nothing of this form is marked as compared with its source.",
            "Niets van dit formulier is gemarkeerd als vergeleken met de bron.");
    private static final int LONGEST = 2000;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    RecordRegister records;

    @Inject
    RecordLedger ledger;

    @Inject
    Clock clock;

    /** @param responses the revisions that were compared */
    @Transactional
    public void verify(Actor actor, String study, ParticipantCode code, Collection<UUID> responses) {
        Participant participant = participants.find(study, code);
        ActingAs as = permit(actor, study, participant);
        if (responses.isEmpty()) {
            throw invalid("/responses", CHOOSE);
        }
        List<FormRecord> chosen = forms(study, participant).stream()
                .filter(form -> responses.contains(form.response()))
                .toList();
        if (chosen.size() < responses.stream().distinct().count()) {
            throw new Refusal(Reason.CHANGED, CORRECTED);
        }
        chosen.stream().filter(form -> !form.isVerifiedWhole()).forEach(form -> {
            UUID entry = record(as, "source.verified", form, "", Map.of());
            ledger.verified(study, form, Scope.ALL, now(), entry);
        });
    }

    /**
     * @param response the revision that was compared
     * @param items of it
     */
    @Transactional
    public void verifyItems(Actor actor, String study, ParticipantCode code, UUID response, Collection<String> items) {
        Participant participant = participants.find(study, code);
        ActingAs as = permit(actor, study, participant);
        if (items.isEmpty()) {
            throw invalid("/items", CHOOSE);
        }
        FormRecord form = form(study, participant, response);
        if (!form.source().questions().containsAll(items)) {
            throw invalid("/items", NO_QUESTION);
        }
        List<String> left = items.stream()
                .distinct()
                .filter(item -> !form.source().verified().contains(item))
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            UUID entry = record(as, "source.verified", form, "", Map.of("items", String.join(" ", left)));
            left.forEach(item -> ledger.verified(study, form, item, now(), entry));
        }
    }

    /** @param response the revision that stands; what was verified of it and of earlier ones counts no more */
    @Transactional
    public void takeBack(Actor actor, String study, ParticipantCode code, UUID response, String reason) {
        Participant participant = participants.find(study, code);
        ActingAs as = permit(actor, study, participant);
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw invalid("/reason", WHY);
        }
        FormRecord form = form(study, participant, response);
        if (form.verified() != Standing.NONE || !form.source().verified().isEmpty()) {
            UUID entry = record(as, "source.verification-taken-back", form, reason, Map.of());
            ledger.takenBack(study, form, reason, now(), entry);
        } else if (!ledger.isTakenBack(response, reason)) {
            throw new Refusal(Reason.CONFLICT, NOTHING);
        }
    }

    private ActingAs permit(Actor actor, String study, Participant participant) {
        return permission.require(
                actor,
                Right.VERIFY_SOURCE,
                study,
                participant.site(),
                participant.code().value());
    }

    /** The forms as they stand, held until what is marked is stored. */
    private List<FormRecord> forms(String study, Participant participant) {
        studies.inForce(study).collecting();
        freezings.hold(study, participant.code());
        return records.of(study, participant).forms();
    }

    private FormRecord form(String study, Participant participant, UUID response) {
        return forms(study, participant).stream()
                .filter(form -> form.response().equals(response))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.CHANGED, CORRECTED));
    }

    private static Refusal invalid(String pointer, Text why) {
        return new Refusal(Reason.INVALID, why, List.of(new Violation(pointer, why)));
    }

    private UUID record(ActingAs as, String action, FormRecord form, String reason, Map<String, String> more) {
        Map<String, String> changes = new HashMap<>(more);
        changes.put("task", form.scope().task());
        changes.put("response", form.response().toString());
        return audit.record(as, action, form.scope().participant(), reason, changes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
