package org.commensal.protocol;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * The sentences of one form: its own, those that the study team adds in {@code texts/}, or placeholders where an
 * instrument may not ship with its wording.
 */
final class Wording {

    static final Text PLACEHOLDER = new Text("[insert licensed text]", "[tekst toevoegen: licentie vereist]");

    private static final String OPTIONS = "options";
    private static final String UNREADABLE = "?";

    private final boolean mayLack;
    private final Optional<Settings> texts;
    private final Map<String, Settings> labels;
    private final Set<String> lists = new HashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * @param mayLack whether a question may be absent from the form
     * @param texts the study team's file of wording
     */
    Wording(boolean mayLack, Optional<Settings> texts) {
        this.mayLack = mayLack;
        this.texts = texts;
        this.labels = texts.flatMap(file -> file.optionalChild(OPTIONS))
                .map(Wording::byList)
                .orElse(Map.of());
    }

    private static Map<String, Settings> byList(Settings options) {
        Map<String, Settings> labels = new LinkedHashMap<>();
        options.keys().forEach(list -> options.optionalChild(list).ifPresent(at -> labels.put(list, at)));
        return labels;
    }

    /** A sentence about the whole form, such as its introduction; the form's own comes first. */
    Optional<Text> about(Settings form, String key) {
        return ItemReading.optionalText(form, key).or(() -> texts.flatMap(file -> ItemReading.optionalText(file, key)));
    }

    /** The question of one item; no two items of a form ask the same, in either language. */
    Text question(Settings at, String code) {
        Text question = sentence(at, "question", texts, code).orElse(PLACEHOLDER);
        if (question.equals(PLACEHOLDER)) {
            missing.add(code);
        } else if (isAsked("en ", question.en()) | isAsked("nl ", question.nl())) {
            boolean own = at.has("question");
            (own ? at : texts.orElse(at))
                    .fault(
                            own ? "question" : code,
                            "Another item asks the same.",
                            "Write the question of this item, in both languages.");
        }
        return question;
    }

    private boolean isAsked(String language, String question) {
        return !question.equals(UNREADABLE) && !asked.add(language + question);
    }

    /**
     * The label of one option; without a wording, its code.
     *
     * @param list the name of the option set, or the code of the item that has the options
     */
    Text label(Settings option, String list, String value) {
        lists.add(list);
        return sentence(option, "label", Optional.ofNullable(labels.get(list)), value)
                .orElseGet(() -> {
                    missing.add(list);
                    return Text.same(value.isBlank() ? UNREADABLE : value);
                });
    }

    private Optional<Text> sentence(Settings at, String key, Optional<Settings> file, String code) {
        Optional<Settings> added = file.filter(texts -> texts.has(code));
        if (!at.has(key) && mayLack) {
            return added.map(texts -> texts.text(code));
        }
        added.ifPresent(texts -> {
            texts.optionalChild(code);
            texts.fault(code, "\"" + code + "\" has its wording in the instrument.", "Remove it from this file.");
        });
        return Optional.of(at.text(key));
    }

    /** Reports what the study team added for no item and no option of this form. */
    void done() {
        labels.forEach((list, at) -> {
            if (lists.contains(list)) {
                at.done();
            } else {
                texts.ifPresent(file -> file.fault(
                        OPTIONS,
                        "\"" + list + "\" has no options.",
                        "Use the name of an option set, or the code of the item that lists them."));
            }
        });
        texts.ifPresent(Settings::done);
    }

    /** The items and lists of options that have no wording yet. */
    List<String> missing() {
        return List.copyOf(missing);
    }
}
