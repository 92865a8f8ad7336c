package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.AllocationEvent.Kind;
import org.commensal.studies.StudyRegister;

/**
 * Records of an allocation that it was made in error, with a wrong stratum, or for somebody who never began: beside the
 * allocation, which stands and stays used.
 *
 * <p>Later allocations count the participant as randomised, whatever is recorded (Sullivan and others, Statistics in Medicine 2023: strata
 * stay as randomised, and corrected ones stand in a variable of their own). Nothing here knows or tells the arm. The same
 * event again changes nothing.
 */
@ApplicationScoped
public class RecordAllocationEvent {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text(
            "This cannot be recorded, so nothing was changed.",
            "Dit kan niet worden vastgelegd. Er is niets gewijzigd.");
    private static final Text REASON =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text FACTOR = new Text(
            "Name a factor of this study and one of its levels.",
            "Noem een factor van deze studie en een waarde ervan.");
    private static final Text NO_FACTOR = new Text(
            "Only a corrected stratum has a factor and a level. Leave them out.",
            "Alleen bij een verbeterd stratum horen een factor en een waarde. Laat ze weg.");
    private static final Text SAME = new Text(
            "This is the level as it stands. Choose another.", "Dit is de waarde die er al staat. Kies een andere.");
    private static final Text BEFORE = new Text(
            "%s recorded this before, for another reason. Look at it again.",
            "%s heeft dit al vastgelegd, met een andere reden. Bekijk het opnieuw.");
    private static final Text NOT_RANDOMISED =
            new Text("%s has not been randomised.", "%s is nog niet gerandomiseerd.");

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
    AllocationLedger allocations;

    @Inject
    AllocationEventLedger ledger;

    @Inject
    Clock clock;

    /**
     * Records an event.
     *
     * @param factor with {@code level}: of a corrected stratum, else empty
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public History record(
            Actor actor,
            String study,
            ParticipantCode code,
            Kind kind,
            String factor,
            String level,
            String reason,
            AskAgain.Proof proof) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.RECORD_ALLOCATION_EVENT, study, participant.site(), code.value());
        proof.of(actor);
        people.hold(study, code);
        History history = history(study, code);
        AllocationEvent event = new AllocationEvent(
                kind,
                factor,
                level,
                reason.strip(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        refuseFaults(studies.version(study, history.scheme()).study().factors(), event);
        Optional<AllocationEvent> before = latest(history, event);
        if (before.isPresent() && before.get().says(event)) {
            return history;
        }
        refuseWhatStands(history, before, event);
        UUID entry = audit.record(
                as,
                "allocation." + kind.code(),
                code.value(),
                "",
                kind == Kind.STRATUM_CORRECTED ? Map.of("factor", factor) : Map.of());
        ledger.append(study, code, event, entry);
        return history(study, code);
    }

    /** The factor levels and the events of a participant, for those who may see the participant. */
    public History history(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, study, code);
        return history(study, code);
    }

    private History history(String study, ParticipantCode code) {
        return allocations
                .find(study, code, "")
                .map(row ->
                        History.of(row.version(), row.way(), row.allocation().levels(), ledger.of(study, code)))
                .orElseThrow(() -> new Refusal(Reason.NOT_YET, NOT_RANDOMISED.with(code)));
    }

    static void refuseFaults(List<FactorRule> factors, AllocationEvent event) {
        List<Violation> faults = new ArrayList<>();
        if (event.reason().isEmpty() || event.reason().length() > LONGEST) {
            faults.add(new Violation("/reason", REASON));
        }
        boolean corrects = event.kind() == Kind.STRATUM_CORRECTED;
        if (corrects && !knows(factors, event)) {
            faults.add(new Violation("/level", FACTOR));
        }
        if (!corrects && !(event.factor() + event.level()).isEmpty()) {
            faults.add(new Violation("/level", NO_FACTOR));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    private static boolean knows(List<FactorRule> factors, AllocationEvent event) {
        return factors.stream()
                .filter(factor -> factor.name().equals(event.factor()))
                .flatMap(factor -> factor.levels().stream())
                .anyMatch(level -> level.code().equals(event.level()));
    }

    /** The last event of this kind; of a corrected stratum, of this factor. */
    private static Optional<AllocationEvent> latest(History history, AllocationEvent event) {
        return history.events().stream()
                .filter(each -> each.kind() == event.kind() && each.factor().equals(event.factor()))
                .reduce((first, second) -> second);
    }

    private static void refuseWhatStands(History history, Optional<AllocationEvent> before, AllocationEvent event) {
        if (event.kind() == Kind.STRATUM_CORRECTED) {
            if (history.level(event.factor()).equals(event.level())) {
                throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/level", SAME)));
            }
        } else if (before.isPresent()) {
            throw new Refusal(Reason.CONFLICT, BEFORE.with(before.get().by()));
        }
    }
}
