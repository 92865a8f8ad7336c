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
 * Enters that a participant was allocated by a sealed envelope while the server could not be used. Nobody is allocated
 * until somebody else signs it; the same key again is the same request.
 *
 * <p>What was opened in truth is recorded as it was: a gate that was not met is shown and kept. Refused is what has no
 * place yet: somebody who is not enrolled, an unknown level of a factor, a lower number that is still sealed.
 */
@ApplicationScoped
public class EnterEnvelope {

    private static final Text WHEN = new Text(
            "Give the moment at which the envelope was opened: after it was issued, and not to come.",
            "Vul in wanneer de envelop is geopend: nadat die is uitgegeven, en niet in de toekomst.");
    private static final Text NO_PLACE = new Text(
            "First record the consent, the enrolment and the forms of %s that the allocation needs, as they are on paper. Without consent there is no participant: record the envelope as one that is not used.",
            "Leg eerst de toestemming, de inschrijving en de formulieren van %s vast die de toewijzing nodig heeft, zoals ze op papier staan. Zonder toestemming is er geen deelnemer: leg dan vast dat de envelop niet wordt gebruikt.");
    private static final Text ORDER = new Text(
            "Envelope %s comes first. Enter for whom it was opened, or record why it is not used.",
            "Eerst komt envelop %s. Voer in voor wie die is geopend, of leg vast waarom die niet wordt gebruikt.");

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
    CheckRequest check;

    @Inject
    AllocationLedger allocations;

    @Inject
    EnvelopeLedger envelopes;

    @Inject
    AllocationRequestLedger ledger;

    @Inject
    Clock clock;

    /**
     * @param number of the envelope at the site of the participant
     * @param openedAt when it was opened
     * @param reason why the server could not be used
     */
    @Transactional
    public AllocationRequest enter(
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
        Study scheme = published.scheme().orElseThrow().study();
        people.hold(studyId, code);
        envelopes.hold(scheme, participant.site());
        List<IssuedEnvelope> issued = envelopes.of(scheme, participant.site());
        Opened opened = new Opened(number, openedAt.truncatedTo(ChronoUnit.MILLIS));
        check.refuseFaults(reason, key, faulty(issued, number, opened.at()));
        Ready ready = readiness.of(published, participant);
        AllocationRequest asked = new AllocationRequest(
                UUID.randomUUID(),
                studyId,
                scheme.version(),
                Way.ENVELOPE,
                participant.site(),
                Optional.of(new Whom(code, Optional.empty())),
                Optional.of(opened),
                reason.strip(),
                unmet(published, ready, opened.at()),
                new Somebody(actor.id(), actor.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
        Optional<AllocationRequest> before = check.before(asked, key);
        if (before.isPresent()) {
            return before.get();
        }
        check.refuseASecond(studyId, code);
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

    private AllocationRequest append(ActingAs as, AllocationRequest asked, String key) {
        UUID entry = audit.record(
                as, AllocationRequest.REQUESTED, asked.participant().value(), "", asked.changes());
        ledger.append(asked, key, entry);
        return asked;
    }
}
