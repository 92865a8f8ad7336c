package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.LedgerRow;
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
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedStudy.Scheme;
import org.commensal.studies.StudyRegister;

/**
 * Allocates a participant to an arm, once and for ever.
 *
 * <p>One transaction: the stream is locked, the arm computed from the sealed seed, the allocation appended, a kit of its
 * kind taken from the stock of the site where the study has kits, the act audited. The scheme is the one that was
 * activated last, whichever amendment the site works with, and stays that until the transaction ends. The same idempotency
 * key gets the same answer, however often and on whichever node it is sent. The answer never holds the arm.
 */
@ApplicationScoped
public class RandomiseParticipant {

    static final String RANDOMISED = "participant.randomised";

    static final Text ALREADY = new Text(
            "%s was randomised before. A participant is randomised once.",
            "%s is al gerandomiseerd. Een deelnemer wordt één keer gerandomiseerd.");
    private static final Text USED = new Text(
            "This idempotency key was used for another participant. Send a new key.",
            "Deze idempotency key is al gebruikt voor een andere deelnemer. Stuur een nieuwe.");
    private static final Text KEY = new Text(
            "Send an Idempotency-Key of 8 to 200 characters, a new one for each participant.",
            "Stuur een Idempotency-Key van 8 tot en met 200 tekens, een nieuwe voor elke deelnemer.");

    /**
     * That a participant was randomised; to what, {@link RevealAllocation} tells those who may know.
     *
     * @param day study day 0
     * @param kit the number of the kit to hand out, which tells nothing; empty where the study has none
     */
    public record Randomised(ParticipantCode code, Instant at, LocalDate day, Optional<String> kit) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    AssessReadiness readiness;

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger ledger;

    @Inject
    AppendAllocation append;

    @Inject
    AssignKit kits;

    @Inject
    Clock clock;

    @Transactional
    public Randomised randomise(Actor actor, String studyId, ParticipantCode code, String idempotencyKey) {
        Participant known = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RANDOMISE, studyId, known.site());
        if (idempotencyKey.length() < 8 || idempotencyKey.length() > 200) {
            throw new Refusal(Reason.INVALID, KEY, List.of(new Violation("/Idempotency-Key", KEY)));
        }
        ledger.keepScheme(studyId, code);
        Participant participant = participants.find(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        Study study = published.opened();
        Optional<AllocationRow> before = ledger.find(studyId, code, idempotencyKey);
        if (before.isPresent()) {
            return replay(study, before.get(), code, idempotencyKey);
        }
        published.recruiting();
        kits.hold(study, participant.site());
        Ready ready = readiness.of(published, participant);
        ready.refuseUnmet();
        return allocate(as, published.scheme().orElseThrow(), ready, idempotencyKey);
    }

    /** What must be true before this participant is randomised, and whether it is. */
    public List<Gate> gates(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_ELIGIBILITY, studyId, participant.site());
        PublishedStudy published = studies.at(studyId, participant.site());
        published.opened();
        return readiness.of(published, participant).gates();
    }

    private Randomised allocate(ActingAs as, Scheme allocating, Ready ready, String idempotencyKey) {
        Study scheme = allocating.study();
        Map<String, String> levels = ready.levels();
        HeldStream stream = ledger.hold(allocating, () -> seeds.open(scheme), scheme.scheme().stream(levels));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LedgerRow row = stream.chained(
                new LedgerRow(stream.next(levels), ready.participant().code().value(), now));
        AppendAllocation.Made made = append.made(ready, scheme, row);
        UUID entry = audit.record(as, RANDOMISED, ready.participant().code().value(), "", made.changes());
        return append.append(made, idempotencyKey, entry);
    }

    private Randomised replay(Study study, AllocationRow before, ParticipantCode code, String idempotencyKey) {
        if (!before.participant().equals(code.value())) {
            throw new Refusal(Reason.CONFLICT, USED);
        }
        if (!before.idempotencyKey().equals(idempotencyKey)) {
            throw new Refusal(Reason.CONFLICT, ALREADY.with(code));
        }
        return new Randomised(
                code,
                before.randomisedAt(),
                before.randomisedAt().atZone(study.zone()).toLocalDate(),
                kits.assigned(study.id(), code, AssignKit.AT_RANDOMISATION, ""));
    }
}
