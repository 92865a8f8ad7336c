package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.Envelope;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.OutsideStreams.Way;
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
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest.Decision;
import org.commensal.randomisation.AllocationRequest.Opened;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding.Somebody;

/**
 * Approves or refuses an allocation outside the streams that somebody else asked for, once. With the approval, and in its
 * transaction, the participant is allocated. No refusal tells an arm, or anything of a participant to somebody who does
 * not see participants.
 */
@ApplicationScoped
public class DecideAllocation {

    private static final int LONGEST = 2000;
    private static final Text OWN = new Text(
            "You cannot decide on what you asked yourself. Somebody else does.",
            "U kunt niet beslissen over wat u zelf vroeg. Iemand anders doet dat.");
    private static final Text BEFORE =
            new Text("%s decided this before. Look at it again.", "%s heeft hier al over beslist. Bekijk het opnieuw.");
    private static final Text INVALID = new Text(
            "The decision cannot be accepted, so nothing was decided.",
            "De beslissing klopt niet. Er is niets besloten.");
    private static final Text NOTE =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text RANDOMISED_SINCE = new Text(
            "The participant was randomised since this was asked, so it can only be refused.",
            "De deelnemer is sinds dit verzoek gerandomiseerd. Het kan alleen nog worden afgewezen.");
    private static final Text ORDER = new Text(
            "Envelope %s comes first, and is not decided on yet.",
            "Eerst komt envelop %s. Daar is nog niet over beslist.");
    private static final Text NOT_READY = new Text(
            "The participant cannot be allocated any more as things stand. Ask the site what is missing.",
            "De deelnemer kan zo niet meer worden toegewezen. Vraag het centrum wat er ontbreekt.");

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
    AllocationRequestRegister register;

    @Inject
    AllocationRequestLedger ledger;

    @Inject
    AllocationLedger allocations;

    @Inject
    SeedLedger seeds;

    @Inject
    EnvelopeLedger envelopes;

    @Inject
    AppendAllocation append;

    @Inject
    AssignKit kits;

    @Inject
    Clock clock;

    /** @param proof that the actor gave the password again in this request */
    @Transactional
    public AllocationRequest decide(
            Actor actor, String study, UUID id, boolean approved, String note, AskAgain.Proof proof) {
        AllocationRequest seen = register.get(actor, study, id);
        ActingAs as = permission.require(actor, AllocationRequestRegister.toDecide(seen), study, seen.site());
        proof.of(actor);
        ParticipantCode code = ledger.find(study, id).orElseThrow().participant();
        allocations.keepScheme(study, code);
        people.hold(study, code);
        AllocationRequest request = ledger.find(study, id).orElseThrow();
        if (request.by().id().equals(actor.id())) {
            audit.recordRefusal(as, "allocation.not-decided", id.toString(), "");
            throw new Refusal(Reason.NOT_ALLOWED, OWN);
        }
        if (note.isBlank() || note.strip().length() > LONGEST) {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/note", NOTE)));
        }
        Decision decision = new Decision(
                approved,
                note.strip(),
                new Somebody(actor.id(), actor.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<Decision> before = request.decided();
        if (before.isPresent()) {
            refuseAnother(before.get(), decision);
        } else {
            decide(as, request, decision);
        }
        return register.get(actor, study, id);
    }

    private static void refuseAnother(Decision before, Decision decision) {
        boolean same = before.by().id().equals(decision.by().id()) && before.approved() == decision.approved();
        if (!same) {
            throw new Refusal(Reason.CONFLICT, BEFORE.with(before.by().name()));
        }
    }

    private void decide(ActingAs as, AllocationRequest request, Decision decision) {
        UUID entry = audit.record(
                as,
                decision.approved() ? "allocation.approved" : "allocation.refused",
                request.participant().value(),
                "",
                request.changes());
        ledger.append(request.id(), decision, entry);
        if (decision.approved()) {
            refuseIfRandomised(request);
            if (request.way() == Way.FORCED) {
                follow(as, request, decision.at());
            } else {
                open(as, request);
            }
        }
    }

    private void refuseIfRandomised(AllocationRequest request) {
        if (allocations.find(request.study(), request.participant(), "").isPresent()) {
            throw new Refusal(Reason.CONFLICT, RANDOMISED_SINCE);
        }
    }

    private void open(ActingAs as, AllocationRequest request) {
        Participant participant = participants.find(request.study(), request.participant());
        PublishedStudy published = studies.at(request.study(), participant.site());
        Study study = published.collecting();
        Study scheme = studies.version(request.study(), request.version()).study();
        Opened opened = request.opened().orElseThrow();
        envelopes.hold(scheme, request.site());
        envelopes.of(scheme, request.site()).stream()
                .filter(each -> each.envelope().number() < opened.envelope())
                .filter(each -> each.envelope().state() == Envelope.State.UNUSED)
                .findFirst()
                .ifPresent(each -> {
                    throw new Refusal(Reason.NOT_YET, ORDER.with(each.envelope().number()));
                });
        Ready ready = readiness.of(published, participant);
        if (!Levels.unknown(study, ready.facts()).isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NOT_READY);
        }
        Allocation held =
                scheme.scheme().outside(seeds.open(scheme)).envelope(request.site(), opened.envelope(), ready.levels());
        append(
                as,
                request,
                append.outside(
                        ready, scheme, new LedgerRow(held, participant.code().value(), opened.at())));
    }

    private void follow(ActingAs as, AllocationRequest request, Instant now) {
        Participant participant = participants.find(request.study(), request.participant());
        PublishedStudy published = studies.at(request.study(), participant.site());
        Study study = published.recruiting();
        kits.hold(study, participant.site());
        Ready ready = readiness.of(published, participant);
        if (!ready.unmet().isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NOT_READY);
        }
        ParticipantCode followed = request.whom().orElseThrow().follows().orElseThrow();
        Study scheme = studies.version(request.study(), request.version()).study();
        int sequence = allocations
                        .holdOutside(scheme, Way.FORCED.stream(followed.value()))
                        .size()
                + 1;
        Allocation given = scheme.scheme()
                .outside(seeds.open(scheme))
                .forced(
                        followed.value(),
                        sequence,
                        allocations
                                .find(request.study(), followed, "")
                                .orElseThrow()
                                .allocation()
                                .arm(),
                        ready.levels());
        append(
                as,
                request,
                append.outside(
                        ready, scheme, new LedgerRow(given, participant.code().value(), now)));
    }

    private void append(ActingAs as, AllocationRequest request, AppendAllocation.Made made) {
        UUID entry = audit.record(
                as, RandomiseParticipant.RANDOMISED, request.participant().value(), "", made.changes());
        append.append(made, "request/" + request.id(), entry);
    }
}
