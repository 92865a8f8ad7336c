package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.unblinding.Unblinding.Decision;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.unblinding.Unblinding.Somebody;

/**
 * Approves or refuses an unblinding that somebody else asked for, and reviews a code that somebody else broke; each once.
 *
 * <p>Who asked or broke the code does not decide on it, and neither does somebody who would be shown an arm by it. The
 * same decision again changes nothing; of two people at once the first decides.
 */
@ApplicationScoped
public class DecideUnblinding {

    private static final Text OWN = new Text(
            "You cannot decide on what you did yourself. Somebody else does.",
            "U kunt niet beslissen over wat u zelf deed. Iemand anders doet dat.");
    private static final Text GAINS = new Text(
            "You would be shown the arm by this, so somebody else decides.",
            "U zou hierdoor zelf de loting zien. Daarom beslist iemand anders.");
    private static final Text BEFORE =
            new Text("%s decided this before. Look at it again.", "%s heeft hier al over beslist. Bekijk het opnieuw.");
    private static final Text INVALID = new Text(
            "The decision cannot be accepted, so nothing was decided.",
            "De beslissing klopt niet. Er is niets besloten.");
    private static final Text OUTCOME = new Text("Choose a decision.", "Kies een beslissing.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    UnblindingLedger ledger;

    @Inject
    Clock clock;

    /**
     * Approves or refuses a request.
     *
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public Unblinding decide(Actor actor, String study, UUID id, Outcome outcome, String note, AskAgain.Proof proof) {
        ActingAs as = permission.require(actor, Right.APPROVE_UNBLINDING, study);
        proof.of(actor);
        return decide(as, find(study, id, planned -> planned.kind() == Kind.PLANNED), outcome, note.strip());
    }

    /** Says whether a code had to be broken, as another person and within 24 hours; later is better than never. */
    @Transactional
    public Unblinding review(
            Actor actor, String study, ParticipantCode code, UUID codeBreak, Outcome outcome, String note) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_UNBLINDINGS, study, participant.site());
        ActingAs as = permission.require(actor, Right.REVIEW_CODE_BREAK, study);
        return decide(as, find(study, codeBreak, broken -> isOf(broken, code)), outcome, note.strip());
    }

    private static boolean isOf(Unblinding unblinding, ParticipantCode code) {
        return unblinding.kind() == Kind.EMERGENCY
                && unblinding.participants().stream()
                        .anyMatch(whom -> whom.code().equals(code));
    }

    private Unblinding find(String study, UUID id, Predicate<Unblinding> wanted) {
        ledger.hold(study);
        return ledger.find(study, id)
                .filter(wanted)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private Unblinding decide(ActingAs as, Unblinding unblinding, Outcome outcome, String note) {
        Somebody by = new Somebody(as.actor().id(), as.actor().name());
        if (unblinding.by().id().equals(by.id())) {
            throw refuse(as, unblinding, OWN);
        }
        if (unblinding.isShownTo(by.id())) {
            throw refuse(as, unblinding, GAINS);
        }
        if (!Outcome.of(unblinding.kind()).contains(outcome)) {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/decision", OUTCOME)));
        }
        Grounds.fault(note).ifPresent(why -> {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/note", why)));
        });
        Optional<Decision> before = unblinding.decided();
        if (before.isPresent()) {
            return same(unblinding, before.get(), by, outcome);
        }
        UUID entry = audit.record(
                as,
                unblinding.kind() == Kind.EMERGENCY ? "code-break.reviewed" : "unblinding." + outcome.code(),
                unblinding.id().toString(),
                "",
                Map.of("outcome", outcome.code()));
        ledger.append(
                unblinding.id(),
                new Decision(outcome, note, by, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                entry);
        return ledger.find(unblinding.study(), unblinding.id()).orElseThrow();
    }

    private Refusal refuse(ActingAs as, Unblinding unblinding, Text why) {
        audit.recordRefusal(as, "unblinding.not-decided", unblinding.id().toString(), "");
        return new Refusal(Reason.NOT_ALLOWED, why);
    }

    private static Unblinding same(Unblinding unblinding, Decision before, Somebody by, Outcome outcome) {
        if (!before.by().id().equals(by.id()) || before.outcome() != outcome) {
            throw new Refusal(Reason.CONFLICT, BEFORE.with(before.by().name()));
        }
        return unblinding;
    }
}
