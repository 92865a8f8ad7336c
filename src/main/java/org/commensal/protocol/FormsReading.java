package org.commensal.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Settings;

/**
 * Reads every form of a study: its own under {@code forms/}, and the instruments that it names,
 * with the wording that it adds to them under {@code texts/}.
 */
final class FormsReading {

    private static final String FORMS = "forms/";
    private static final String TEXTS = "texts/";
    private static final String ENDING = ".yaml";

    private final Function<String, Optional<Settings>> file;
    private final Map<String, Questionnaire> questionnaires = new LinkedHashMap<>();
    private final Map<String, Formulas> formulas = new LinkedHashMap<>();
    private final Map<String, Settings> files = new LinkedHashMap<>();
    private final Codes codes;

    /**
     * @param file reads one file; a file that cannot be read is reported there
     * @param codes of the whole study
     */
    FormsReading(Function<String, Optional<Settings>> file, Codes codes) {
        this.file = file;
        this.codes = codes;
    }

    void read(Settings study, Set<String> paths) {
        paths.stream()
                .filter(path -> path.startsWith(FORMS) && path.endsWith(ENDING))
                .forEach(path -> read(path, QuestionnaireReading::form));
        Codes named = new Codes();
        for (String id : study.strings("instruments")) {
            String path = "instruments/" + id + ENDING;
            if (!named.isNew(id)) {
                study.fault("instruments", "\"" + id + "\" is named twice.", "Name it once.");
            } else if (paths.contains(path)) {
                String texts = TEXTS + id + ENDING;
                Optional<Settings> added = paths.contains(texts) ? file.apply(texts) : Optional.empty();
                read(path, (reading, name) -> reading.instrument(name, added));
            } else {
                formulas.put(id, Formulas.nothing());
                study.fault("instruments", "There is no instrument \"" + id + "\".", "Add the file " + path + ".");
            }
        }
    }

    private void read(String path, BiFunction<QuestionnaireReading, String, Questionnaire> how) {
        String id = path.substring(path.indexOf('/') + 1, path.length() - ENDING.length());
        Optional<Settings> at = file.apply(path);
        if (at.isEmpty()) {
            formulas.putIfAbsent(id, Formulas.nothing());
            return;
        }
        if (!Codes.isKebab(id) || files.containsKey(id)) {
            at.get()
                    .fault(
                            "title",
                            "\"" + id + "\" cannot be the name of a form.",
                            "Rename it, in lower case like week-4.");
        }
        QuestionnaireReading reading = new QuestionnaireReading(at.get(), codes);
        questionnaires.put(id, how.apply(reading, id));
        formulas.put(id, reading.formulas());
        files.put(id, at.get());
    }

    /** Reports the forms that nobody ever fills in. */
    void findUnused(Schedule schedule) {
        Set<String> used = schedule.forms().collect(Collectors.toSet());
        files.forEach((id, at) -> {
            if (!used.contains(id)) {
                at.fault("title", "\"" + id + "\" is never filled in.", "Add it to a visit or diary, or remove it.");
            }
        });
    }

    Map<String, Questionnaire> questionnaires() {
        return questionnaires;
    }

    /** What the items of each form are called; of a form that could not be read, anything may be. */
    Map<String, Formulas> formulas() {
        return formulas;
    }
}
