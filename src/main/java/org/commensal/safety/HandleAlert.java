package org.commensal.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.safety.RaisedAlert.Done;
import org.commensal.safety.RaisedAlert.Step;

/**
 * Acknowledges an alert, or resolves it, with a note of what was done; each once.
 *
 * <p>The same note again changes nothing. The note stays with the alert: the audit trail records that there is one.
 */
@ApplicationScoped
public class HandleAlert {

    private static final int LONGEST_NOTE = 2000;
    private static final Text NOTE = new Text(
            "Say what was done, in at most 2000 characters.", "Schrijf wat er is gedaan, in hoogstens 2000 tekens.");
    private static final Text BEFORE = new Text(
            "%s did this before, with another note. Look at the alert again.",
            "%s heeft dit al gedaan, met een andere notitie. Bekijk de melding opnieuw.");
    private static final Text RESOLVED = new Text(
            "This alert is resolved, so it need not be acknowledged.",
            "Deze melding is afgehandeld en hoeft niet meer gezien te worden.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger held;

    @Inject
    AlertLedger alerts;

    @Inject
    Clock clock;

    @Transactional
    public RaisedAlert handle(Actor actor, String study, ParticipantCode code, UUID id, Step step, String note) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.HANDLE_ALERT, study, participant.site(), code.value());
        String what = note.strip();
        if (what.isEmpty() || what.length() > LONGEST_NOTE) {
            throw new Refusal(Reason.INVALID, NOTE, List.of(new Violation("/note", NOTE)));
        }
        held.hold(study, code);
        RaisedAlert alert = find(study, code, id);
        Optional<Done> before = alert.step(step);
        if (before.isPresent()) {
            return same(alert, before.get(), what);
        }
        if (!alert.open()) {
            throw new Refusal(Reason.CONFLICT, RESOLVED);
        }
        UUID entry = audit.record(
                as, "alert." + step.name().toLowerCase(Locale.ROOT), code.value(), "", Map.of("alert", id.toString()));
        alerts.append(new AlertStepRow(id, step, what, clock.instant(), entry));
        return find(study, code, id);
    }

    private static RaisedAlert same(RaisedAlert alert, Done before, String note) {
        if (!before.note().equals(note)) {
            throw new Refusal(Reason.CONFLICT, BEFORE.with(before.by()));
        }
        return alert;
    }

    private RaisedAlert find(String study, ParticipantCode code, UUID id) {
        return AlertRegister.find(alerts.of(study, code), id)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }
}
