package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
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
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest.Whom;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding.Somebody;

/**
 * Asks that a participant is given the arm of another one, such as of the same household. Nobody is allocated until
 * somebody else approves it; the same key again is the same request. Who asks needs to know no arm, and learns none.
 */
@ApplicationScoped
public class RequestForcedAllocation {

    private static final Text NOT_OFFERED = new Text(
            "This study offers no forced allocation. Its allocation.yaml would have to say so.",
            "Deze studie staat geen gedwongen toewijzing toe. Dat zou in allocation.yaml moeten staan.");
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
    CheckRequest check;

    @Inject
    AllocationLedger allocations;

    @Inject
    AllocationRequestLedger ledger;

    @Inject
    Clock clock;

    /**
     * Every gate of a randomisation must be met, now and when it is approved.
     *
     * @param follows the participant whose arm is given
     */
    @Transactional
    public AllocationRequest request(
            Actor actor, String studyId, ParticipantCode code, ParticipantCode follows, String reason, String key) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RANDOMISE, studyId, participant.site());
        allocations.keepScheme(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        Study study = published.opened();
        Optional<AllocationRow> followed = followed(participant, studyId, follows);
        check.refuseFaults(
                reason, key, followed.isPresent() ? Optional.empty() : Optional.of(new Violation("/follows", FOLLOWS)));
        people.hold(studyId, code);
        AllocationRequest asked = new AllocationRequest(
                UUID.randomUUID(),
                studyId,
                followed.orElseThrow().version(),
                Way.FORCED,
                participant.site(),
                Optional.of(new Whom(code, Optional.of(follows))),
                Optional.empty(),
                reason.strip(),
                List.of(),
                new Somebody(actor.id(), actor.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
        Optional<AllocationRequest> before = check.before(asked, key);
        if (before.isPresent()) {
            return before.get();
        }
        if (!study.forced()) {
            throw new Refusal(Reason.NOT_YET, NOT_OFFERED);
        }
        published.recruiting();
        boolean allocatesNow =
                asked.version().equals(published.scheme().orElseThrow().study().version());
        check.refuseFaults(
                reason, key, allocatesNow ? Optional.empty() : Optional.of(new Violation("/follows", FOLLOWS)));
        check.refuseASecond(studyId, code);
        readiness.of(published, participant).refuseUnmet();
        return append(as, asked, key);
    }

    /** The allocation to follow; empty where this participant cannot be followed. */
    private Optional<AllocationRow> followed(Participant participant, String study, ParticipantCode follows) {
        return allocations
                .find(study, follows, "")
                .filter(row -> row.way() != Way.FORCED)
                .filter(row -> participants.find(study, follows).site().equals(participant.site()));
    }

    private AllocationRequest append(ActingAs as, AllocationRequest asked, String key) {
        UUID entry = audit.record(
                as, AllocationRequest.REQUESTED, asked.participant().value(), "", asked.changes());
        ledger.append(asked, key, entry);
        return asked;
    }
}
