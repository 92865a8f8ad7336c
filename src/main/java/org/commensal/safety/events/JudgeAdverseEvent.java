package org.commensal.safety.events;

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
import org.commensal.studies.StudyRegister;

/**
 * Records what an investigator judges: whether the intervention caused an adverse event, and whether that was expected.
 *
 * <p>It is judged by answers that the investigator names, so that nobody judges what they did not read. The same again
 * changes nothing; another judgement says why it differs and stands beside the older one.
 */
@ApplicationScoped
public class JudgeAdverseEvent {

    private static final int LONGEST_NOTE = 2000;
    private static final Text NOTE = new Text("Use at most 2000 characters.", "Gebruik hoogstens 2000 tekens.");
    private static final Text WHY = new Text(
            "It was judged otherwise before. Write why you judge it so now.",
            "Het is eerder anders beoordeeld. Schrijf waarom u het nu zo beoordeelt.");
    private static final Text CHANGED = new Text(
            "The answers were corrected after you opened this page. Read them again, and judge then.",
            "De antwoorden zijn gewijzigd nadat u deze pagina opende. Lees ze opnieuw en beoordeel dan.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger held;

    @Inject
    AdverseEventRegister events;

    @Inject
    AdverseEventLedger ledger;

    @Inject
    Clock clock;

    /**
     * Records it.
     *
     * @param id of the event, such as {@code AE-2}
     * @param response the answers that were read
     * @param note why; needed where it was judged otherwise before
     */
    @Transactional
    public AdverseEvent judge(
            Actor actor,
            String study,
            ParticipantCode code,
            String id,
            UUID response,
            Causality causality,
            boolean expected,
            String note) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.JUDGE_ADVERSE_EVENT, study, participant.site(), code.value());
        studies.at(study, participant.site()).collecting();
        String why = note.strip();
        refuse(why.length() > LONGEST_NOTE, NOTE);
        held.hold(study, code);
        AdverseEvent event = events.get(study, code, id);
        if (!event.response().id().equals(response)) {
            throw new Refusal(Reason.CHANGED, CHANGED);
        }
        Optional<Judgement> before = event.judgement();
        if (before.filter(made -> made.isOf(response, causality, expected, why)).isPresent()) {
            return event;
        }
        refuse(
                why.isEmpty()
                        && before.filter(made -> !says(made, causality, expected))
                                .isPresent(),
                WHY);
        UUID made = UUID.randomUUID();
        UUID entry = audit.record(
                as,
                "adverse-event.judged",
                code.value(),
                "",
                Map.of("judgement", made.toString(), "response", response.toString()));
        ledger.append(
                study,
                code,
                event.response().task(),
                new Judgement(
                        made,
                        response,
                        causality,
                        expected,
                        why,
                        actor.name(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                entry);
        return events.get(study, code, id);
    }

    private static boolean says(Judgement made, Causality causality, boolean expected) {
        return made.causality() == causality && made.expected() == expected;
    }

    private static void refuse(boolean wrong, Text why) {
        if (wrong) {
            throw new Refusal(Reason.INVALID, why, List.of(new Violation("/note", why)));
        }
    }
}
