package org.commensal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Settings;

/**
 * Reads what is compared with its source: forms and items that the study has.
 *
 * @param doubtful names whose own definition is faulty
 */
record SourceVerificationReading(Map<String, Questionnaire> forms, Predicate<String> doubtful) {

    private static final int ALL = 100;

    SourceVerification read(Settings at) {
        SourceVerification read = new SourceVerification(
                at.integer("share", 1, ALL, ALL),
                each(at, "forms", forms::containsKey, "There is no form \"%s\".", "Name a form of the study."),
                each(
                        at,
                        "critical",
                        item -> isQuestion(item) || doubtful.test(item),
                        "No form asks \"%s\".",
                        "Name a question of a form."));
        if (read.forms().isEmpty() && read.critical().isEmpty()) {
            at.fault("forms", "Nothing is compared with its source.", "Name forms, critical items, or both.");
        }
        at.done();
        return read;
    }

    private boolean isQuestion(String item) {
        return forms.values().stream()
                .anyMatch(form -> SourceVerification.questions(form).contains(item));
    }

    private static List<String> each(Settings at, String key, Predicate<String> known, String fault, String fix) {
        List<String> names = at.strings(key);
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !name.isEmpty()).forEach(name -> {
            if (!known.test(name)) {
                at.fault(key, fault.formatted(name), fix);
            } else if (!seen.add(name)) {
                at.fault(key, "\"" + name + "\" is listed twice.", "List each once.");
            }
        });
        return names;
    }
}
