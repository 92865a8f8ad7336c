package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.Whom;

/**
 * Breaks the code of one participant in an emergency: one person, at once, who proved who they are, for a reason that is
 * kept. From then on {@code randomisation} tells that person the arm, and nobody else; somebody else reviews it within
 * 24 hours.
 *
 * <p>Nothing delays it: no second person, no limit in number, no state of the study. The same person for the same
 * participant again is the same code break, whatever reason comes with it.
 */
@ApplicationScoped
public class BreakCode {

    private static final Text NOT_RANDOMISED = new Text(
            "%s has not been randomised, so there is no code to break.",
            "%s is nog niet gerandomiseerd. Er is geen code om te verbreken.");
    private static final Text NOT_BLINDED = new Text(
            "This study shows allocations to your role. Open the allocation instead.",
            "In deze studie ziet uw rol de loting. Bekijk de loting zelf.");

    private static final Text NO_EVENT = new Text(
            "%s has no event \"%s\". Name one that was reported, such as AE/1, or leave it out.",
            "%s heeft geen gebeurtenis \"%s\". Noem er een die gemeld is, zoals AE/1, of laat het weg.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    Tasks tasks;

    @Inject
    UnblindingLedger ledger;

    @Inject
    Clock clock;

    /**
     * Breaks it.
     *
     * @param event of the participant that it belongs to, by its key; one that was not reported yet is left out
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public Unblinding breakCode(
            Actor actor,
            String study,
            ParticipantCode code,
            Grounds grounds,
            Optional<String> event,
            AskAgain.Proof proof) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.BREAK_CODE, study, participant.site(), code.value());
        proof.of(actor);
        grounds.refuseUnlessOf(Kind.EMERGENCY);
        event.ifPresent(key -> refuseUnlessReported(actor, study, code, key));
        if (studies.opened(study).openLabel().contains(as.role())) {
            throw new Refusal(Reason.CONFLICT, NOT_BLINDED);
        }
        if (!participant.reached(Stage.RANDOMISED)) {
            throw new Refusal(Reason.NOT_YET, NOT_RANDOMISED.with(code));
        }
        ledger.hold(study);
        String key = "code-break/" + code + "/" + actor.id();
        return ledger.find(study, key).orElseGet(() -> append(as, participant, grounds, event, key));
    }

    private void refuseUnlessReported(Actor actor, String study, ParticipantCode code, String event) {
        boolean reported = tasks.events(actor, study, code).stream()
                .anyMatch(state ->
                        state.state() == State.DONE && state.task().key().equals(event));
        if (!reported) {
            Text why = NO_EVENT.with(code, Text.shorten(event));
            throw new Refusal(Reason.INVALID, why, List.of(new Violation("/event", why)));
        }
    }

    private Unblinding append(
            ActingAs as, Participant participant, Grounds grounds, Optional<String> event, String key) {
        Somebody by = new Somebody(as.actor().id(), as.actor().name());
        Unblinding made = new Unblinding(
                UUID.randomUUID(),
                as.study(),
                Kind.EMERGENCY,
                grounds.category(),
                grounds.text(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                List.of(new Whom(participant.code(), participant.site())),
                List.of(by),
                event,
                Optional.empty());
        Map<String, String> changes = new TreeMap<>(Map.of(
                "unblinding",
                made.id().toString(),
                "review-until",
                made.reviewUntil().toString()));
        event.ifPresent(named -> changes.put("event", named));
        UUID entry = audit.record(
                as,
                "code.broken",
                participant.code().value(),
                grounds.category().code(),
                changes);
        ledger.append(made, key, entry);
        return made;
    }
}
