package org.commensal.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * A set of questions that is answered at once, and the scores computed from it.
 *
 * @param id the form's code, kebab-case
 * @param intro said once before the first question
 * @param attribution the licence or acknowledgement line printed under the form
 * @param minutes how long it takes
 * @param provenance of an instrument; empty for a form that a study team wrote for its study
 */
public record Questionnaire(
        String id,
        Text title,
        Optional<Text> intro,
        Optional<Text> attribution,
        int minutes,
        List<Item> items,
        List<Score> scores,
        Optional<Provenance> provenance) {

    private static final Text UNACCEPTABLE = new Text(
            "Some answers cannot be kept. Correct them and send the form again.",
            "Sommige antwoorden kunnen we niet bewaren. Verbeter ze en verstuur het formulier opnieuw.");
    private static final Text UNUSUAL = new Text(
            "Some answers are unusual. Correct them, or confirm that they are right.",
            "Sommige antwoorden zijn ongewoon. Verbeter ze, of bevestig dat ze kloppen.");
    private static final Text CONFIRM =
            new Text(" If so, send \"%s\" in \"confirmed\".", " Zo ja, stuur \"%s\" mee in \"confirmed\".");
    private static final Text NO_SUCH_ITEM = new Text(
            "This form has no question \"%s\". Leave it out.", "Dit formulier heeft geen vraag \"%s\". Laat die weg.");

    public Questionnaire {
        items = List.copyOf(items);
        scores = List.copyOf(scores);
    }

    public Questionnaire(
            String id,
            Text title,
            Optional<Text> intro,
            Optional<Text> attribution,
            int minutes,
            List<Item> items,
            List<Score> scores) {
        this(id, title, intro, attribution, minutes, items, scores, Optional.empty());
    }

    /** Whether questions of it are placeholders, so that nobody can answer it yet. */
    public boolean lacksWording() {
        return provenance.filter(of -> !of.withoutWording().isEmpty()).isPresent();
    }

    /**
     * A number computed from the answers, and what it means.
     *
     * @param bands in rising order; a score belongs to the last band that begins at or below it
     */
    public record Score(String code, Text label, Expression formula, List<Band> bands) {

        public record Band(BigDecimal from, Text label) {}

        public Score {
            bands = List.copyOf(bands);
        }

        public Score(String code, Text label, Expression formula) {
            this(code, label, formula, List.of());
        }

        /** The sentence for this value of the score; empty where the value is missing or below every band. */
        public Optional<Text> band(Value value) {
            return value instanceof Value.Num number
                    ? bands.stream()
                            .filter(band -> band.from().compareTo(number.value()) <= 0)
                            .max(Comparator.comparing(Band::from))
                            .map(Band::label)
                    : Optional.empty();
        }
    }

    /**
     * The answers as they will be stored: every item has a value. An item whose condition does not hold is
     * {@link Value.Missing#NOT_APPLICABLE}, one whose condition is not decided is {@link Value.Missing#UNKNOWN}, whatever
     * was given for it.
     *
     * @param given by item code: a {@code String}, {@code Boolean}, {@code BigDecimal} or {@code List<String>} as it came
     *     from a form or from JSON; {@code null} or blank where the person skipped the question; absent where the person
     *     never reached it
     * @throws Refusal {@code INVALID} with every fault at once, each at {@code /answers/<item>}
     */
    public Answers accept(Map<String, @Nullable Object> given) {
        List<Refusal.Violation> violations = new ArrayList<>();
        given.keySet().stream()
                .filter(code -> !has(code))
                .limit(20)
                .forEach(code -> violations.add(
                        new Refusal.Violation(pointer(Echo.of(code)), NO_SUCH_ITEM.with(Echo.of(code)))));
        Filling filling = new Filling(items, given);
        filling.declined().forEach((code, why) -> violations.add(new Refusal.Violation(pointer(code), why)));
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, UNACCEPTABLE, violations);
        }
        return filling.answers();
    }

    /** The answers outside the usual limits of their item, each with a question whether it is right. */
    private Map<String, Text> doubts(Answers answers) {
        Map<String, Text> doubts = new LinkedHashMap<>();
        items.forEach(item ->
                UsualLimits.doubtOf(item, answers.get(item.code())).ifPresent(doubt -> doubts.put(item.code(), doubt)));
        return doubts;
    }

    /**
     * The codes of the answers outside their usual limits.
     *
     * @param confirmed the codes of answers that somebody looked at again
     * @throws Refusal {@code INVALID} with every unusual answer that was not confirmed, each at {@code /answers/<item>}
     */
    public Set<String> confirm(Answers answers, Set<String> confirmed) {
        Map<String, Text> doubts = doubts(answers);
        List<Refusal.Violation> open = doubts.entrySet().stream()
                .filter(doubt -> !confirmed.contains(doubt.getKey()))
                .map(doubt ->
                        new Refusal.Violation(pointer(doubt.getKey()), toConfirm(doubt.getKey(), doubt.getValue())))
                .toList();
        if (!open.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, UNUSUAL, open);
        }
        return doubts.keySet();
    }

    private static Text toConfirm(String code, Text doubt) {
        return new Text(
                doubt.en() + CONFIRM.with(code).en(),
                doubt.nl() + CONFIRM.with(code).nl());
    }

    /** What is wrong with one answer, empty where nothing is. */
    public Optional<Text> fault(Item item, @Nullable Object given) {
        return Filling.read(item, given) instanceof ItemType.Reading.Declined declined
                ? Optional.of(declined.why())
                : Optional.empty();
    }

    /** The items that are asked, given the answers so far; an unacceptable answer counts as not given. */
    public List<Item> asked(Map<String, @Nullable Object> given) {
        return new Filling(items, given).asked();
    }

    /** Every score; unknown where one of the answers that it needs is missing. */
    public Map<String, Value> score(Answers answers) {
        Map<String, Value> known = new LinkedHashMap<>(answers.values());
        Map<String, Value> computed = new LinkedHashMap<>();
        for (Score score : scores) {
            Value value = score.formula().evaluate(name -> known.getOrDefault(name, Value.Missing.UNKNOWN));
            known.put(score.code(), value);
            computed.put(score.code(), value);
        }
        return computed;
    }

    private boolean has(String code) {
        return items.stream().anyMatch(item -> item.code().equals(code));
    }

    private static String pointer(String code) {
        return "/answers/" + code.replace("~", "~0").replace("/", "~1");
    }
}
