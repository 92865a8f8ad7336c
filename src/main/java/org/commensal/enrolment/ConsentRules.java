package org.commensal.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** When a consent is valid: the document in force, a possible day, each question answered, and yes to those that need it. */
final class ConsentRules {

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

    private ConsentRules() {}

    static void check(Study study, Participant participant, RecordConsent.Consent consent, LocalDate today) {
        refuse(faults(study, participant, consent, today));
    }

    static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, FAULTY, violations);
        }
    }

    static List<Violation> faults(
            Study study, Participant participant, RecordConsent.Consent consent, LocalDate today) {
        Study.ConsentDocument document = study.consent();
        List<Violation> violations = new ArrayList<>();
        if (!consent.documentVersion().equals(document.version())) {
            violations.add(new Violation("/documentVersion", VERSION.with(document.version())));
        }
        LocalDate screened = participant.milestones().get(Stage.SCREENED);
        if (consent.signedOn().isAfter(today)) {
            violations.add(new Violation("/signedOn", FUTURE));
        } else if (screened != null && consent.signedOn().isBefore(screened)) {
            violations.add(new Violation("/signedOn", BEFORE.with(screened)));
        }
        violations.addAll(answers(document, consent).toList());
        return violations;
    }

    private static Stream<Violation> answers(Study.ConsentDocument document, RecordConsent.Consent consent) {
        Stream<Violation> open = document.questions().stream()
                .filter(question -> !consent.answers().containsKey(question.code()))
                .map(question -> new Violation("/answers/" + question.code(), UNANSWERED));
        Stream<Violation> declined = document.questions().stream()
                .filter(Study.ConsentQuestion::required)
                .filter(question -> Boolean.FALSE.equals(consent.answers().get(question.code())))
                .map(question -> new Violation("/answers/" + question.code(), NEEDED));
        List<String> known =
                document.questions().stream().map(Study.ConsentQuestion::code).toList();
        Stream<Violation> unknown = consent.answers().keySet().stream()
                .filter(asked -> !known.contains(asked))
                .map(asked -> new Violation("/answers/" + Text.shorten(asked), UNKNOWN));
        return Stream.of(open, declined, unknown).flatMap(all -> all);
    }
}
