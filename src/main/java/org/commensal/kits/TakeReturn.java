package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Takes back a kit from a participant with what is left in it, counted; once. */
@ApplicationScoped
public class TakeReturn {

    private static final int MOST_UNITS = 10_000;
    private static final Text NOT_THEIRS = new Text(
            "Kit %s was not handed out to %s. Check the number on the box.",
            "Verpakking %s is niet aan %s meegegeven. Controleer het nummer op de doos.");
    private static final Text UNITS =
            new Text("Count what is left, from 0 to %s.", "Tel wat er over is, van 0 tot en met %s.");
    private static final Text BEFORE =
            new Text("Kit %s was taken back before, with %s left.", "Verpakking %s is al teruggenomen, met %s over.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    KitLedger ledger;

    @Inject
    Clock clock;

    /** @param typed the number on the box */
    @Transactional
    public Kit take(Actor actor, String studyId, ParticipantCode code, String typed, int units) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.HANDLE_KITS, studyId, participant.site());
        Study study = studies.at(studyId, participant.site()).study();
        int most = KitRules.of(study).units().orElse(MOST_UNITS);
        String number = KitRules.numbers(study).parse(typed);
        if (units < 0 || units > most) {
            throw new Refusal(Reason.INVALID, UNITS.with(most), List.of(new Violation("/units", UNITS.with(most))));
        }
        ledger.hold(studyId, participant.site());
        Kit kit = ledger.find(studyId, number)
                .filter(found -> found.participant().equals(Optional.of(code)))
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, NOT_THEIRS.with(number, code)));
        Optional<Integer> before = kit.step(Step.RETURNED).flatMap(Done::units);
        if (before.isPresent()) {
            return same(kit, before.get(), units);
        }
        KitRules.mayFollow(kit, Step.RETURNED);
        UUID entry = audit.record(
                as, "kit.returned", code.value(), "", Map.of("kit", number, "units", Integer.toString(units)));
        ledger.append(studyId, List.of(number), Step.RETURNED, StepTaken.returned(clock.instant(), units), entry);
        return ledger.find(studyId, number).orElseThrow();
    }

    private static Kit same(Kit kit, int before, int units) {
        if (before != units) {
            throw new Refusal(Reason.CONFLICT, BEFORE.with(kit.number(), before));
        }
        return kit;
    }
}
