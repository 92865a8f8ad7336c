package org.commensal.safety.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.Step;

/**
 * Signs a report of a serious adverse event to the sponsor, or records that the ethics committee was told.
 *
 * <p>A report keeps all that it says, so that it is the same whenever it is read again. The final one needs a judgement
 * by the answers that stand, and an outcome that is final.
 */
@ApplicationScoped
public class SignReport {

    private static final Text FUTURE =
            new Text("This lies in the future. Check it.", "Dit ligt in de toekomst. Controleer het.");
    private static final Text TOO_EARLY = new Text(
            "This is before the site heard of it. Check it.", "Dit is voordat het centrum het hoorde. Controleer het.");
    private static final Text NOT_OPEN = new Text(
            "This event is not followed up as a serious one, or its final report was sent.",
            "Dit voorval wordt niet gevolgd als ernstig, of het laatste rapport is al verstuurd.");
    private static final Text MADE = new Text(
            "Another report was signed after you opened this page. Look at it first.",
            "Er is een rapport ondertekend nadat u deze pagina opende. Bekijk dat eerst.");
    private static final Text NOT_JUDGED = new Text(
            "Judge the event by its present answers first; then sign the final report.",
            "Beoordeel het voorval eerst op de huidige antwoorden; onderteken daarna het laatste rapport.");
    private static final Text NOT_OVER = new Text(
            "The outcome is not final yet. Correct the form once it is, or sign a follow-up report.",
            "De afloop is nog niet definitief. Pas het formulier aan zodra dat zo is, of onderteken een vervolgrapport.");
    private static final Text TOLD = new Text(
            "It was recorded before that the committee was told, at another moment.",
            "Er is al vastgelegd dat de commissie het weet, op een ander moment.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger held;

    @Inject
    AdverseEventRegister events;

    @Inject
    ReportContent contents;

    @Inject
    AdverseEventLedger ledger;

    @Inject
    Clock clock;

    /**
     * Signs the next report.
     *
     * @param number the one that is meant, 0 for the initial one, so that a form sent twice is one report
     * @param last whether it is the final one
     * @param sent when it is sent to the sponsor; now where that is not said
     * @param language of the initial report; those that follow it speak the same
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public SafetyReport sign(
            Actor actor,
            String study,
            ParticipantCode code,
            String id,
            int number,
            boolean last,
            Optional<Instant> sent,
            Language language,
            AskAgain.Proof proof) {
        ActingAs as = permit(actor, study, code);
        proof.of(actor);
        AdverseEvent event = events.get(study, code, id);
        SeriousEvent serious =
                event.serious().filter(SeriousEvent::isOpen).orElseThrow(() -> new Refusal(Reason.CONFLICT, NOT_OPEN));
        if (serious.reports().size() != number) {
            throw new Refusal(Reason.CHANGED, MADE);
        }
        if (last) {
            refuseUnless(event.isJudged(), NOT_JUDGED, "/final");
            refuseUnless(event.isOutcomeFinal(), NOT_OVER, "/final");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant moment = moment(sent, serious, now, "/sent");
        Language spoken = serious.newestReport().map(SafetyReport::language).orElse(language);
        SortedMap<String, String> content = contents.of(actor, event, spoken);
        SafetyReport report = new SafetyReport(
                UUID.randomUUID(),
                number,
                last,
                event.response().id(),
                event.judgement().map(Judgement::id),
                spoken,
                content,
                SafetyReport.sha256(content),
                moment,
                actor.name(),
                now);
        UUID entry = audit.record(
                as,
                "serious-event.reported",
                code.value(),
                "",
                Map.of(
                        "report",
                        report.id().toString(),
                        "number",
                        Integer.toString(number),
                        "sha256",
                        report.sha256()));
        ledger.append(serious.id(), report, entry);
        Kind kind = last ? Kind.CLOSED : Kind.REPORTED;
        ledger.append(serious.id(), serious.steps().size(), new Step(kind, moment, "", "", now), entry);
        return report;
    }

    /** Records when the committee was told, which is said once. */
    @Transactional
    public AdverseEvent tellCommittee(
            Actor actor, String study, ParticipantCode code, String id, Optional<Instant> told) {
        ActingAs as = permit(actor, study, code);
        AdverseEvent event = events.get(study, code, id);
        SeriousEvent serious = event.serious().orElseThrow(() -> new Refusal(Reason.CONFLICT, NOT_OPEN));
        if (serious.committeeTold().isPresent()) {
            if (told.isPresent() && !told.equals(serious.committeeTold())) {
                throw new Refusal(Reason.CONFLICT, TOLD);
            }
            return event;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant moment = moment(told, serious, now, "/told");
        UUID entry = audit.record(
                as,
                "serious-event.committee-told",
                code.value(),
                "",
                Map.of("serious-event", serious.id().toString()));
        ledger.append(serious.id(), serious.steps().size(), new Step(Kind.COMMITTEE, moment, "", "", now), entry);
        return events.get(study, code, id);
    }

    private ActingAs permit(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.JUDGE_ADVERSE_EVENT, study, participant.site(), code.value());
        held.hold(study, code);
        return as;
    }

    private static Instant moment(Optional<Instant> said, SeriousEvent serious, Instant now, String pointer) {
        Instant moment = said.orElse(now);
        refuseUnless(!moment.isAfter(now), FUTURE, pointer);
        refuseUnless(!moment.isBefore(serious.aware().truncatedTo(ChronoUnit.MINUTES)), TOO_EARLY, pointer);
        return moment;
    }

    private static void refuseUnless(boolean right, Text why, String pointer) {
        if (!right) {
            throw new Refusal(Reason.INVALID, why, List.of(new Violation(pointer, why)));
        }
    }
}
