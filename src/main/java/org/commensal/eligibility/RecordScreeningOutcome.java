package org.commensal.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.eligibility.ScreeningOutcome.Kind;
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
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Records why somebody who was screened does not go on to be randomised, or that they do after all.
 *
 * <p>It can be recorded until the data are locked, whether or not the study still recruits; never of somebody who was
 * randomised. Which criteria were not met is kept with it, as they were judged at that moment. The same again changes
 * nothing.
 */
@ApplicationScoped
public class RecordScreeningOutcome {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text(
            "This cannot be recorded, so nothing was changed.",
            "Dit kan niet worden vastgelegd. Er is niets gewijzigd.");
    private static final Text NOTE = new Text(
            "Say why, in at most 2000 characters. Write no name.",
            "Schrijf waarom, in hoogstens 2000 tekens. Schrijf geen naam.");
    private static final Text WHICH = new Text(
            "No criterion is known that is not met. Say in words which one it is.",
            "Er is geen criterium bekend waaraan niet is voldaan. Schrijf in woorden welk criterium het is.");
    private static final Text RANDOMISED = new Text(
            "%s was randomised and stays in the trial. Record what happened as an event.",
            "%s is gerandomiseerd en blijft in het onderzoek. Leg vast wat er is gebeurd als gebeurtenis.");
    private static final Text GOES_ON = new Text(
            "The screening of %s was not ended, so there is nothing to resume.",
            "De screening van %s is niet beëindigd. Er is niets te hervatten.");

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
    AssessEligibility eligibility;

    @Inject
    ScreeningOutcomeLedger ledger;

    @Inject
    Clock clock;

    /** Records an outcome; answers with all of the participant, the first first. */
    @Transactional
    public List<ScreeningOutcome> record(Actor actor, String studyId, ParticipantCode code, Kind kind, String note) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.SCREEN, studyId, participant.site());
        people.holdAllocation(studyId, code);
        people.hold(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        published.collecting();
        List<ScreeningOutcome> before = ledger.of(studyId, code);
        ScreeningOutcome outcome = new ScreeningOutcome(
                kind,
                note.strip(),
                unmet(published, participants.find(studyId, code), kind),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        refuseFaults(outcome);
        Optional<ScreeningOutcome> standing = last(before);
        if (standing.filter(outcome::says).isPresent()) {
            return before;
        }
        refuseWhatStands(participants.find(studyId, code), standing, kind);
        UUID entry = audit.record(as, "screening." + kind.code(), code.value(), "", Map.of());
        ledger.append(studyId, code, before.size() + 1, outcome, entry);
        return ledger.of(studyId, code);
    }

    /** The outcomes of a participant, the first first, for those who may see the participant. */
    public List<ScreeningOutcome> of(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, study, code);
        return ledger.of(study, code);
    }

    /** The outcome that stands, if the screening of the participant was ended. */
    public static Optional<ScreeningOutcome> standing(List<ScreeningOutcome> outcomes) {
        return last(outcomes).filter(outcome -> outcome.kind().ends());
    }

    private static Optional<ScreeningOutcome> last(List<ScreeningOutcome> outcomes) {
        return outcomes.stream().reduce((first, second) -> second);
    }

    private List<String> unmet(PublishedStudy published, Participant participant, Kind kind) {
        return kind == Kind.NOT_MEETING_CRITERIA
                ? AssessEligibility.judge(published.study(), eligibility.facts(published, participant))
                        .ids(Verdict.NOT_MET)
                : List.of();
    }

    static void refuseFaults(ScreeningOutcome outcome) {
        boolean unexplained = outcome.note().isEmpty();
        boolean needsCriterion = outcome.kind() == Kind.NOT_MEETING_CRITERIA
                && outcome.criteria().isEmpty();
        boolean needsWords = outcome.kind() == Kind.OTHER || outcome.kind() == Kind.RESUMED;
        if (outcome.note().length() > LONGEST || unexplained && (needsWords || needsCriterion)) {
            Text why = needsCriterion && unexplained ? WHICH : NOTE;
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/note", why)));
        }
    }

    static void refuseWhatStands(Participant participant, Optional<ScreeningOutcome> standing, Kind kind) {
        if (participant.reached(Stage.RANDOMISED)) {
            throw new Refusal(Reason.CONFLICT, RANDOMISED.with(participant.code()));
        }
        boolean ended = standing.filter(outcome -> outcome.kind().ends()).isPresent();
        if (kind == Kind.RESUMED && !ended) {
            throw new Refusal(Reason.CONFLICT, GOES_ON.with(participant.code()));
        }
    }
}
