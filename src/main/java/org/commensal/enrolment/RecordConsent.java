package org.commensal.enrolment;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Records that a participant has signed the consent document, and what they agreed to in it. */
@ApplicationScoped
public class RecordConsent {

    private static final Text FAULTY = new Text("The consent is not complete.", "De toestemming is niet volledig.");
    private static final Text VERSION = new Text(
            "The consent document in use is version %s. Have that one signed.",
            "Het geldende toestemmingsformulier is versie %s. Laat dat formulier tekenen.");
    private static final Text FUTURE = new Text(
            "The consent was signed on a day to come. Give the day on the form.",
            "De datum van ondertekening ligt in de toekomst. Vul de datum op het formulier in.");
    private static final Text BEFORE = new Text(
            "The consent was signed before screening on %s. Check the day on the form.",
            "De toestemming is getekend vóór de screening op %s. Controleer de datum op het formulier.");
    private static final Text UNANSWERED =
            new Text("Answer this question with yes or no.", "Beantwoord deze vraag met ja of nee.");
    private static final Text NEEDED = new Text(
            "Without a yes to this question the person cannot take part.",
            "Zonder ja op deze vraag kan iemand niet meedoen.");
    private static final Text UNKNOWN = new Text(
            "This question is not in the consent document.", "Deze vraag staat niet in het toestemmingsformulier.");
    private static final Text ALREADY = new Text(
            "The consent of %s was recorded before. It is not changed.",
            "De toestemming van %s is al vastgelegd. Die wordt niet veranderd.");

    /**
     * A signed consent.
     *
     * @param answers to each question of the document, by its code
     */
    public record Consent(
            String documentVersion, Language language, LocalDate signedOn, Map<String, Boolean> answers) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    @Inject
    Clock clock;

    @Transactional
    public Participant record(Actor actor, String studyId, ParticipantCode code, Consent consent) {
        ledger.hold(studyId, code);
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RECORD_CONSENT, studyId, participant.site());
        Study study = studies.at(studyId, participant.site()).recruiting();
        if (participant.reached(Stage.CONSENTED)) {
            throw new Refusal(Refusal.Reason.CONFLICT, ALREADY.with(code));
        }
        check(study, participant, consent);
        UUID entry = audit.record(
                as, "participant.consented", code.value(), "", Map.of("document", consent.documentVersion()));
        ledger.append(studyId, code, consent, json(consent.answers()), entry);
        ledger.reach(studyId, code, Stage.CONSENTED, consent.signedOn(), entry);
        return participants.find(studyId, code);
    }

    private void check(Study study, Participant participant, Consent consent) {
        List<Violation> violations = new ArrayList<>();
        if (!consent.documentVersion().equals(study.consent().version())) {
            violations.add(new Violation(
                    "/documentVersion", VERSION.with(study.consent().version())));
        }
        LocalDate screened = participant.milestones().get(Stage.SCREENED);
        if (consent.signedOn().isAfter(LocalDate.now(clock.withZone(study.zone())))) {
            violations.add(new Violation("/signedOn", FUTURE));
        } else if (screened != null && consent.signedOn().isBefore(screened)) {
            violations.add(new Violation("/signedOn", BEFORE.with(screened)));
        }
        for (Study.ConsentQuestion question : study.consent().questions()) {
            Boolean answer = consent.answers().get(question.code());
            if (answer == null) {
                violations.add(new Violation("/answers/" + question.code(), UNANSWERED));
            } else if (!answer && question.required()) {
                violations.add(new Violation("/answers/" + question.code(), NEEDED));
            }
        }
        List<String> known = study.consent().questions().stream()
                .map(Study.ConsentQuestion::code)
                .toList();
        consent.answers().keySet().stream()
                .filter(asked -> !known.contains(asked))
                .forEach(asked -> violations.add(new Violation("/answers/" + Text.shorten(asked), UNKNOWN)));
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, FAULTY, violations);
        }
    }

    private static String json(Map<String, Boolean> answers) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        new TreeMap<>(answers).forEach(object::add);
        return object.build().toString();
    }
}
