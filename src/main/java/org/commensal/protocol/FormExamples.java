package org.commensal.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;

/** Examples of forms: what their answers are stored and scored as, or which answers they decline. */
final class FormExamples {

    private final Study study;

    FormExamples(Study study) {
        this.study = study;
    }

    void check(Settings at) {
        String id = at.string("form");
        Map<String, Object> given = Expectation.values(at, "answers");
        List<String> declined = at.strings("declined");
        Optional<Questionnaire> form =
                Optional.ofNullable(study.questionnaires().get(id));
        if (form.isEmpty() && !id.isEmpty()) {
            at.fault(
                    "form",
                    "There is no form \"" + id + "\".",
                    ItemReading.oneOf(List.copyOf(study.questionnaires().keySet())));
        }
        if (form.isEmpty()) {
            at.optionalChild("gives");
        } else if (at.has("declined")) {
            checkDeclined(at, form.get(), given, declined);
        } else {
            Optional<Answers> answers = Expectation.accept(form.get(), given, at);
            answers.ifPresentOrElse(
                    stored -> Expectation.compare(at, values(form.get(), stored)), () -> at.optionalChild("gives"));
        }
    }

    private static Map<String, Value> values(Questionnaire form, Answers answers) {
        Map<String, Value> values = new LinkedHashMap<>(answers.values());
        values.putAll(form.score(answers));
        return values;
    }

    private static void checkDeclined(
            Settings at, Questionnaire form, Map<String, Object> given, List<String> declined) {
        String expected =
                "declined " + String.join(", ", declined.stream().sorted().toList());
        String found = "no answer is declined";
        try {
            form.accept(new HashMap<>(given));
        } catch (Refusal refusal) {
            found = "declined "
                    + String.join(
                            ", ",
                            refusal.violations().stream()
                                    .map(Expectation::code)
                                    .sorted()
                                    .toList());
        }
        if (!found.equals(expected)) {
            Expectation.differ(at, "declined", expected, found);
        }
    }
}
