package org.commensal.web.enrolment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.SignConsent.Signing;
import org.commensal.protocol.Study.Comprehension;
import org.commensal.protocol.Study.ConsentDocument;
import org.commensal.protocol.Study.ConsentQuestion;
import org.commensal.web.Form;
import org.commensal.web.Screen;

/**
 * A consent document to be read and signed on a screen.
 *
 * @param address where it is sent
 * @param back where to go instead
 * @param atSite whether staff sign too
 */
public record SigningSheet(
        String address,
        String back,
        String title,
        String version,
        List<String> paragraphs,
        List<Asked> comprehension,
        List<Asked> questions,
        boolean atSite) {

    /** @param choices to choose from; none where it is answered with yes or no */
    public record Asked(String code, String question, List<Choice> choices, boolean required) {}

    public record Choice(String code, String label) {}

    static SigningSheet of(ConsentDocument document, String address, String back, boolean atSite, Screen screen) {
        return new SigningSheet(
                address,
                back,
                screen.in(document.title()),
                document.version(),
                document.paragraphs().stream().map(screen::in).toList(),
                document.comprehension().stream()
                        .map(asked -> asked(asked, screen))
                        .toList(),
                document.questions().stream()
                        .map(asked -> new Asked(asked.code(), screen.in(asked.question()), List.of(), asked.required()))
                        .toList(),
                atSite);
    }

    private static Asked asked(Comprehension asked, Screen screen) {
        return new Asked(
                asked.code(),
                screen.in(asked.question()),
                asked.answers().entrySet().stream()
                        .map(answer -> new Choice(answer.getKey(), screen.in(answer.getValue())))
                        .toList(),
                true);
    }

    /** What was filled in on the screen, in the language of the screen. */
    static Signing signing(ConsentDocument document, Form form, Screen screen) {
        Map<String, Boolean> answers = new HashMap<>();
        for (ConsentQuestion question : document.questions()) {
            String answer = form.value(question.code());
            if (!answer.isEmpty()) {
                answers.put(question.code(), answer.equals("yes"));
            }
        }
        Map<String, String> comprehension = new HashMap<>();
        for (Comprehension question : document.comprehension()) {
            String chosen = form.value(question.code());
            if (!chosen.isEmpty()) {
                comprehension.put(question.code(), chosen);
            }
        }
        return new Signing(
                form.value("version"),
                screen.texts().language(),
                form.ticked("read"),
                answers,
                comprehension,
                tries(form),
                form.value("name").strip());
    }

    /** How often the form was sent, this time included; 0 before it is. */
    static int tries(Form form) {
        if (form.value("version").isEmpty()) {
            return 0;
        }
        String before = form.value("tries");
        return before.matches("[0-9]{1,3}") ? Integer.parseInt(before) + 1 : 1;
    }
}
