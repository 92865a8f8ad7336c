package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.studies.StudyRegister;

/**
 * Marks forms of a participant as compared with their source, each in the revision that was looked at. A later correction
 * makes a form unverified again.
 *
 * <p>What is verified already stays as it is.
 */
@ApplicationScoped
public class VerifySource {

    private static final Text CHOOSE = new Text("Choose what you verified.", "Kies wat u hebt vergeleken.");
    private static final Text CORRECTED = new Text(
            "A form was corrected since you looked at it. Nothing was marked. Look again.",
            "Een formulier is intussen verbeterd. Er is niets gemarkeerd. Kijk opnieuw.");

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
        ActingAs as = permission.require(actor, Right.VERIFY_SOURCE, study, participant.site(), code.value());
        if (responses.isEmpty()) {
            throw new Refusal(Reason.INVALID, CHOOSE, List.of(new Violation("/responses", CHOOSE)));
        }
        studies.inForce(study).collecting();
        freezings.hold(study, code);
        List<FormRecord> chosen = records.of(study, participant).forms().stream()
                .filter(form -> responses.contains(form.response()))
                .toList();
        if (chosen.size() < responses.stream().distinct().count()) {
            throw new Refusal(Reason.CHANGED, CORRECTED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        chosen.stream()
                .filter(form -> !form.isVerified())
                .forEach(form -> ledger.append(new VerificationRow(study, form, now, record(as, form))));
    }

    private UUID record(ActingAs as, FormRecord form) {
        return audit.record(
                as,
                "source.verified",
                form.scope().participant(),
                "",
                Map.of("task", form.scope().task(), "response", form.response().toString()));
    }
}
