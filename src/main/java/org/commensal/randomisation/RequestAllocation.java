package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Envelope;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest.Opened;
import org.commensal.randomisation.AllocationRequest.Whom;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding.Somebody;

/**
 * Asks for an allocation that no stream makes. Nobody is allocated until somebody else approves it; the same key again
 * is the same request. Who asks needs to know no arm, and learns none.
 */
@ApplicationScoped
public class RequestAllocation {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text(
            "The request cannot be accepted, so nothing was asked.",
            "Het verzoek klopt niet. Er is niets aangevraagd.");
    private static final Text REASON =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text KEY = new Text(
            "Send an Idempotency-Key of 8 to 200 characters, a new one for each request.",
            "Stuur een Idempotency-Key van 8 tot en met 200 tekens, een nieuwe voor elk verzoek.");
    private static final Text USED = new Text(
            "This idempotency key was used for another request. Send a new key.",
            "Deze idempotency key is al gebruikt voor een ander verzoek. Stuur een nieuwe.");
    private static final Text NOT_OFFERED = new Text(
            "This study offers no forced allocation. Its allocation.yaml would have to say so.",
            "Deze studie staat geen gedwongen toewijzing toe. Dat zou in allocation.yaml moeten staan.");
    private static final Text WAITS = new Text(
            "%s asked for an allocation of %s before, and it is not decided yet.",
            "%s vroeg al om een toewijzing van %s. Daar is nog niet over beslist.");
    private static final Text WHEN = new Text(
            "Give the moment at which the envelope was opened: after it was issued, and not to come.",
            "Vul in wanneer de envelop is geopend: nadat die is uitgegeven, en niet in de toekomst.");
    private static final Text NO_PLACE = new Text(
            "First record the consent, the enrolment and the forms of %s that the allocation needs, as they are on paper. Without consent there is no participant: record the envelope as one that is not used.",
            "Leg eerst de toestemming, de inschrijving en de formulieren van %s vast die de toewijzing nodig heeft, zoals ze op papier staan. Zonder toestemming is er geen deelnemer: leg dan vast dat de envelop niet wordt gebruikt.");
    private static final Text ORDER = new Text(
            "Envelope %s comes first. Enter for whom it was opened, or record why it is not used.",
            "Eerst komt envelop %s. Voer in voor wie die is geopend, of leg vast waarom die niet wordt gebruikt.");
    private static final Text FOLLOWS = new Text(
            "Name a participant of the same site who was randomised by the scheme that allocates now, and does not follow somebody else.",
            "Noem een deelnemer van hetzelfde centrum die is gerandomiseerd met het schema dat nu toewijst, en zelf niemand volgt.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger people;

    @Inject
    AssessReadiness readiness;

    @Inject
    AllocationLedger allocations;

    @Inject
    EnvelopeLedger envelopes;

    @Inject
    AllocationRequestLedger ledger;

    @Inject
    Clock clock;

    /**
     * Asks that a participant is given the arm of another one, such as of the same household. Every gate of a
     * randomisation must be met, now and when it is approved.
     *
     * @param follows the participant whose arm is given
     */
    @Transactional
    public AllocationRequest forced(
            Actor actor, String studyId, ParticipantCode code, ParticipantCode follows, String reason, String key) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RANDOMISE, studyId, participant.site());
        allocations.keepScheme(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        Study study = published.opened();
        Optional<AllocationRow> followed = followed(participant, studyId, follows);
        refuseFaults(
                reason, key, followed.isPresent() ? Optional.empty() : Optional.of(new Violation("/follows", FOLLOWS)));
        people.hold(studyId, code);
        AllocationRequest asked = request(
                actor,
                participant,
                followed.orElseThrow().version(),
                Way.FORCED,
                Optional.of(follows),
                Optional.empty(),
                reason,
                List.of(),
                study);
        Optional<AllocationRequest> before = replayed(asked, key);
        if (before.isPresent()) {
            return before.get();
        }
        if (!study.forced()) {
            throw new Refusal(Reason.NOT_YET, NOT_OFFERED);
        }
        published.recruiting();
        refuseASecond(studyId, code);
        readiness.of(study, participant).refuseUnmet();
        return append(as, asked, key);
    }

    /**
     * Enters that a participant was allocated by a sealed envelope while the server could not be used. What was opened in
     * truth is recorded as it was: a gate that was not met is shown and kept. Refused is what has no place yet: somebody
     * who did not consent or is not enrolled, an unknown level of a factor, a lower number that is still sealed.
     *
     * @param openedAt when the envelope was opened
     */
    @Transactional
    public AllocationRequest envelope(
            Actor actor,
            String studyId,
            ParticipantCode code,
            int number,
            Instant openedAt,
            String reason,
            String key) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RANDOMISE, studyId, participant.site());
        allocations.keepScheme(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        Study study = published.collecting();
        Study scheme = studies.scheme(studyId);
        people.hold(studyId, code);
        envelopes.hold(scheme, participant.site());
        List<IssuedEnvelope> issued = envelopes.of(scheme).stream()
                .filter(each -> each.envelope().site().equals(participant.site()))
                .toList();
        Instant opened = openedAt.truncatedTo(ChronoUnit.MILLIS);
        refuseFaults(reason, key, faulty(issued, number, opened));
        Ready ready = readiness.of(study, participant);
        AllocationRequest asked = request(
                actor,
                participant,
                scheme.version(),
                Way.ENVELOPE,
                Optional.empty(),
                Optional.of(new Opened(number, opened)),
                reason,
                unmet(published, ready, opened),
                study);
        Optional<AllocationRequest> before = replayed(asked, key);
        if (before.isPresent()) {
            return before.get();
        }
        refuseASecond(studyId, code);
        refuseWithoutAPlace(ready);
        List<AllocationRequest> requests = ledger.of(studyId);
        SpoilEnvelope.refuseUnlessSealed(issued.get(number - 1), requests);
        refuseOutOfOrder(issued, number, requests);
        return append(as, asked, key);
    }

    private Optional<Violation> faulty(List<IssuedEnvelope> issued, int number, Instant opened) {
        if (number < 1 || number > issued.size()) {
            return Optional.of(new Violation("/envelope", SpoilEnvelope.UNKNOWN.with(number)));
        }
        boolean possible = !opened.isBefore(issued.get(number - 1).issued()) && !opened.isAfter(clock.instant());
        return possible ? Optional.empty() : Optional.of(new Violation("/openedAt", WHEN));
    }

    private static List<Gate> unmet(PublishedStudy published, Ready ready, Instant opened) {
        List<Gate> unmet = new ArrayList<>(ready.unmet());
        LocalDate day = opened.atZone(ready.study().zone()).toLocalDate();
        LocalDate consented = ready.participant().milestones().get(Stage.CONSENTED);
        if (consented != null && consented.isAfter(day)) {
            unmet.add(Gates.consentedLater(consented));
        }
        if (!published.state().recruits()) {
            unmet.add(Gates.notRecruiting());
        }
        return unmet;
    }

    private static void refuseWithoutAPlace(Ready ready) {
        boolean known = Levels.unknown(ready.study(), ready.facts()).isEmpty();
        if (!known || !ready.participant().reached(Stage.ENROLLED)) {
            throw new Refusal(Reason.NOT_YET, NO_PLACE.with(ready.participant().code()));
        }
    }

    private static void refuseOutOfOrder(List<IssuedEnvelope> issued, int number, List<AllocationRequest> requests) {
        issued.stream()
                .limit(number - 1L)
                .filter(each -> each.envelope().state() == Envelope.State.UNUSED)
                .filter(each -> requests.stream().noneMatch(request -> SpoilEnvelope.waitsFor(request, each)))
                .findFirst()
                .ifPresent(each -> {
                    throw new Refusal(
                            Reason.CONFLICT, ORDER.with(each.envelope().number()));
                });
    }

    /** The allocation to follow; empty where this participant cannot be followed. */
    private Optional<AllocationRow> followed(Participant participant, String study, ParticipantCode follows) {
        return allocations
                .find(study, follows, "")
                .filter(row -> row.way() != Way.FORCED)
                .filter(row -> row.version().equals(studies.scheme(study).version()))
                .filter(row -> participants.find(study, follows).site().equals(participant.site()));
    }

    private void refuseFaults(String reason, String key, Optional<Violation> other) {
        if (key.length() < 8 || key.length() > 200) {
            throw new Refusal(Reason.INVALID, KEY, List.of(new Violation("/Idempotency-Key", KEY)));
        }
        List<Violation> faults = new ArrayList<>(other.stream().toList());
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            faults.add(new Violation("/reason", REASON));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    private AllocationRequest request(
            Actor actor,
            Participant participant,
            String version,
            Way way,
            Optional<ParticipantCode> follows,
            Optional<Opened> opened,
            String reason,
            List<Gate> unmet,
            Study study) {
        return new AllocationRequest(
                UUID.randomUUID(),
                study.id(),
                version,
                way,
                participant.site(),
                Optional.of(new Whom(participant.code(), follows)),
                opened,
                reason.strip(),
                unmet,
                new Somebody(actor.id(), actor.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
    }

    private Optional<AllocationRequest> replayed(AllocationRequest asked, String key) {
        Optional<AllocationRequest> before = ledger.find(asked.study(), key);
        if (before.isPresent() && !before.get().asks(asked)) {
            throw new Refusal(Reason.CONFLICT, USED);
        }
        return before;
    }

    /** A participant is allocated once, and asked for by one person at a time. */
    private void refuseASecond(String study, ParticipantCode code) {
        if (allocations.find(study, code, "").isPresent()) {
            throw new Refusal(Reason.CONFLICT, RandomiseParticipant.ALREADY.with(code));
        }
        ledger.of(study).stream()
                .filter(request -> request.decided().isEmpty())
                .filter(request -> request.participant().equals(code))
                .findFirst()
                .ifPresent(open -> {
                    throw new Refusal(Reason.CONFLICT, WAITS.with(open.by().name(), code));
                });
    }

    private AllocationRequest append(ActingAs as, AllocationRequest asked, String key) {
        UUID entry = audit.record(
                as,
                "allocation.requested",
                asked.participant().value(),
                "",
                Map.of("request", asked.id().toString(), "way", asked.way().code()));
        ledger.append(asked, key, entry);
        return asked;
    }
}
