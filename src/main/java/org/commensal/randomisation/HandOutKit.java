package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.commensal.kits.AssignKit;
import org.commensal.kits.Kit;
import org.commensal.kits.KitRegister;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Hands out a kit after randomisation: at a visit of the protocol, or in the place of one that was lost, damaged
 * or recalled.
 *
 * <p>It is of the kind that the participant's arm gets. The arm is read here and only the kind goes on; what comes back
 * is a number that tells nothing. The same visit, or the same lost kit, is answered with the same number each time.
 */
@ApplicationScoped
public class HandOutKit {

    private static final Text NOT_RANDOMISED =
            new Text("%s has not been randomised.", "%s is nog niet gerandomiseerd.");
    private static final Text NO_VISIT = new Text(
            "No kit is handed out at visit \"%s\". It is handed out at: %s.",
            "Bij bezoek \"%s\" wordt geen verpakking meegegeven. Dat gebeurt bij: %s.");
    private static final Text NOT_THEIRS = new Text(
            "Kit %s was not handed out to %s, or nobody recorded that it was lost or damaged. Do that first.",
            "Verpakking %s is niet aan %s meegegeven, of er is niet vastgelegd dat deze kwijt of beschadigd is. Doe dat eerst.");

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
    AllocationLedger ledger;

    @Inject
    KitRegister register;

    @Inject
    AssignKit kits;

    /** The kit of a visit. */
    @Transactional
    public String atVisit(Actor actor, String studyId, ParticipantCode code, String visit) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.HANDLE_KITS, studyId, participant.site());
        List<Kit> before = register.of(actor, studyId, code);
        Study study = studies.at(studyId, participant.site()).collecting();
        List<String> visits = study.conduct().kits().map(Conduct.Kits::visits).orElse(List.of());
        boolean had = before.stream().anyMatch(kit -> kit.visit().equals(visit));
        if (!had && !visits.contains(visit)) {
            Text why = NO_VISIT.with(Text.shorten(visit), visits.isEmpty() ? "–" : String.join(", ", visits));
            throw new Refusal(Reason.INVALID, why, List.of(new Violation("/visit", why)));
        }
        return assign(as, study, participant, visit, "");
    }

    /** A kit in the place of one that this participant had. */
    @Transactional
    public String instead(Actor actor, String studyId, ParticipantCode code, String lost) {
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.HANDLE_KITS, studyId, participant.site());
        Text why = NOT_THEIRS.with(Text.shorten(lost), code);
        Kit kit = register.of(actor, studyId, code).stream()
                .filter(own -> own.number().equals(lost))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.INVALID, why, List.of(new Violation("/replaces", why))));
        Optional<String> before = kits.assigned(studyId, code, kit.visit(), lost);
        if (before.isEmpty() && !kit.failed()) {
            throw new Refusal(Reason.INVALID, why, List.of(new Violation("/replaces", why)));
        }
        return assign(as, studies.at(studyId, participant.site()).collecting(), participant, kit.visit(), lost);
    }

    private String assign(ActingAs as, Study study, Participant participant, String visit, String replaces) {
        people.hold(study.id(), participant.code());
        String arm = ledger.find(study.id(), participant.code(), "")
                .orElseThrow(() -> new Refusal(Reason.NOT_YET, NOT_RANDOMISED.with(participant.code())))
                .allocation()
                .arm()
                .value();
        return kits.assigned(study.id(), participant.code(), visit, replaces).orElseGet(() -> {
            String number = kits.choose(study, participant, arm);
            UUID entry = audit.record(
                    as,
                    "kit.assigned",
                    participant.code().value(),
                    "",
                    replaces.isEmpty()
                            ? Map.of("kit", number, "visit", visit)
                            : Map.of("kit", number, "visit", visit, "replaces", replaces));
            kits.append(study, participant.code(), number, visit, replaces, entry);
            return number;
        });
    }
}
