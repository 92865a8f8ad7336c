package org.commensal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.instrument.Variables;
import org.commensal.kernel.Text;

/** One form while it is imported: its items so far, and what they are called in the source. */
final class FormDraft {

    private final String id;
    private final Text title;
    private final Losses losses;
    private final List<Item> items = new ArrayList<>();
    private final List<Questionnaire.Score> scores = new ArrayList<>();
    private final Set<Text> questions = new HashSet<>();
    private final Map<String, Known> bySource = new HashMap<>();
    private Variables variables = new Variables(Map.of());
    private Optional<Text> intro = Optional.empty();
    private Optional<Text> attribution = Optional.empty();
    private Optional<Provenance> provenance = Optional.empty();
    private Optional<Text> heading = Optional.empty();
    private String headingAt = "";
    private int minutes = 0;

    FormDraft(String id, Text title, Losses losses) {
        this.id = id;
        this.title = title;
        this.losses = losses;
    }

    Text title() {
        return title;
    }

    String id() {
        return id;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    void intro(Text text) {
        intro = Optional.of(text);
    }

    void attribution(Text text) {
        attribution = Optional.of(text);
    }

    void provenance(Provenance known) {
        provenance = Optional.of(known);
    }

    void minutes(int known) {
        minutes = known;
    }

    /** Words above the items that follow: the introduction of the form, or a help of the next item. */
    void heading(Text text, String where) {
        if (items.isEmpty() && intro.isEmpty()) {
            intro = Optional.of(text);
            return;
        }
        losses.weigh(text);
        heading.ifPresent(losses::weigh);
        heading = Optional.of(heading.map(before -> joined(before, text)).orElse(text));
        headingAt = where;
    }

    /** Adds an item; where another asks the same, its code is said with the question. */
    void add(Item item, Known known, String where, String... sourceNames) {
        Item with = heading.map(text -> withHelp(item, text)).orElse(item);
        heading = Optional.empty();
        Item asked = with;
        if (!questions.add(item.question())) {
            Text own = new Text(
                    item.question().en() + " (" + item.code() + ")",
                    item.question().nl() + " (" + item.code() + ")");
            questions.add(own);
            asked = withQuestion(with, own);
            losses.changed(
                    where,
                    "Asks what another item asks; its code was added.",
                    "Vraagt wat een ander item vraagt; de code staat erbij.");
        }
        items.add(asked);
        ItemTypes.find(asked.type()).ifPresent(type -> variables = variables.and(item.code(), type.type(item)));
        for (String name : sourceNames) {
            bySource.putIfAbsent(name, known);
        }
    }

    void add(Questionnaire.Score score) {
        scores.add(score);
        variables = variables.and(score.code(), Type.NUMBER);
    }

    private Item withHelp(Item item, Text above) {
        losses.changed(
                headingAt, "Is now the help of %s: %s", "Is nu de toelichting bij %s: %s", item.code(), above.en());
        Text help = item.help().map(own -> joined(above, own)).orElse(above);
        return item.worded(item.question(), Optional.of(help), item.options());
    }

    private static Item withQuestion(Item item, Text question) {
        return item.worded(question, item.help(), item.options());
    }

    private static Text joined(Text one, Text other) {
        return new Text(one.en() + "\n" + other.en(), one.nl() + "\n" + other.nl());
    }

    Optional<Known> known(String sourceName) {
        return Optional.ofNullable(bySource.get(sourceName));
    }

    /** The expression, where it can be read and everything it names was carried over before; empty otherwise. */
    Optional<Expression> expression(String source, Type.Kind kind) {
        try {
            Expression expression = Expression.parse(source);
            return Optional.of(expression)
                    .filter(each -> each.faults(kind, variables).isEmpty());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Lists the words of a form without a question. */
    void leaveOut() {
        losses.leftOut("form " + id, title.en());
        intro.ifPresent(text -> losses.leftOut("form " + id, text.en()));
        attribution.ifPresent(text -> losses.leftOut("form " + id, text.en()));
        heading.ifPresent(text -> losses.leftOut(headingAt, text.en()));
    }

    Questionnaire questionnaire() {
        heading.ifPresent(text -> losses.leftOut(headingAt, text.en()));
        heading = Optional.empty();
        if (minutes == 0) {
            minutes = Math.min(240, 1 + items.size() / 5);
            losses.toComplete(
                    "form " + id,
                    "How long it takes is not said; we wrote %s minutes.",
                    "Hoe lang het duurt, staat er niet bij; we schreven %s minuten.",
                    minutes);
        }
        return new Questionnaire(id, title, intro, attribution, minutes, items, scores, provenance);
    }

    static Map<String, String> settings(String... keysAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return settings;
    }
}
