package org.commensal.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/** The scores of one filled-in questionnaire, what each means, and what is missing from it. */
record Scored(Questionnaire form, Answers answers, Map<String, Value> scores, Language language) {

    private static final int DECIMALS_SHOWN = 4;
    private static final Text NOT_COMPUTED =
            new Text("not computed: an answer is missing", "niet berekend: er ontbreekt een antwoord");
    private static final Text MISSING = new Text("Missing", "Ontbreekt");
    private static final Map<Value, Text> REASONS = Map.of(
            Value.Missing.NOT_APPLICABLE, new Text("not asked", "niet gevraagd"),
            Value.Missing.SKIPPED, new Text("skipped", "overgeslagen"),
            Value.Missing.REFUSED, new Text("preferred not to say", "zegt het liever niet"),
            Value.Missing.UNKNOWN, new Text("no answer", "geen antwoord"));

    /** For people: a line for each computed item and each score; numbers are rounded to four decimals. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(form.title().in(language)));
        computed().forEach(item -> lines.add(line(item.code(), item.question(), answers.get(item.code()), "")));
        for (Questionnaire.Score score : form.scores()) {
            Value value = value(score);
            lines.add(line(score.code(), score.label(), value, band(score, value)));
        }
        List<String> missing = form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .flatMap(item -> Optional.ofNullable(REASONS.get(answers.get(item.code()))).stream()
                        .map(reason -> item.code() + " (" + reason.in(language) + ")"))
                .toList();
        if (!missing.isEmpty()) {
            lines.add(MISSING.in(language) + ": " + String.join(", ", missing));
        }
        return lines;
    }

    /** For programs: numbers are exact, and what is missing is {@code null} and has a reason. */
    Map<String, Object> members() {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        Map<String, @Nullable Object> computed = new LinkedHashMap<>();
        Map<String, Object> bands = new LinkedHashMap<>();
        Map<String, Object> missing = new LinkedHashMap<>();
        answers.values().forEach((code, value) -> put(given, missing, code, value));
        for (Questionnaire.Score score : form.scores()) {
            Value value = value(score);
            put(computed, missing, score.code(), value);
            score.band(value).ifPresent(band -> bands.put(score.code(), band.in(language)));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("instrument", form.id());
        members.put("answers", given);
        members.put("scores", computed);
        members.put("bands", bands);
        members.put("missing", missing);
        return members;
    }

    private List<Item> computed() {
        return form.items().stream()
                .filter(item -> !ItemTypes.of(item).isAsked())
                .toList();
    }

    private Value value(Questionnaire.Score score) {
        return scores.getOrDefault(score.code(), Value.Missing.UNKNOWN);
    }

    private String band(Questionnaire.Score score, Value value) {
        return score.band(value).map(label -> ", " + label.in(language)).orElse("");
    }

    private String line(String code, Text label, Value value, String band) {
        String shown = value instanceof Value.Missing ? NOT_COMPUTED.in(language) : shown(value);
        return "  " + code + "  " + label.in(language) + ": " + shown + band;
    }

    private static String shown(Value value) {
        Object plain = plain(value);
        return plain instanceof BigDecimal number && number.scale() > DECIMALS_SHOWN
                ? number.setScale(DECIMALS_SHOWN, RoundingMode.HALF_UP).toPlainString()
                : String.valueOf(plain);
    }

    private static void put(
            Map<String, @Nullable Object> values, Map<String, Object> missing, String code, Value value) {
        if (value instanceof Value.Missing reason) {
            missing.put(code, reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            values.put(code, null);
        } else {
            values.put(code, plain(value));
        }
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Num number) {
            return new BigDecimal(number.value().stripTrailingZeros().toPlainString());
        }
        if (value instanceof Value.Bool truth) {
            return truth.value();
        }
        if (value instanceof Value.Words words) {
            return words.value();
        }
        if (value instanceof Value.Parts parts) {
            Map<String, Object> several = new LinkedHashMap<>();
            parts.value().forEach((code, part) -> several.put(code, plain(part)));
            return several;
        }
        return value instanceof Value.Word word ? word.value() : String.valueOf(((Value.Day) value).value());
    }
}
