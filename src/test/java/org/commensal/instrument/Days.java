package org.commensal.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Days of a headache diary, written in short. */
final class Days {

    private static final Value UNKNOWN = Value.Missing.UNKNOWN;

    private Days() {}

    /**
     * A day in short: {@code h6} headache of 6 hours ({@code h?} unknown), {@code U P A} characteristics, {@code S2}
     * severity, {@code N V L F} nausea, vomiting, light, sound, {@code aura20} minutes, and drug classes. What is not
     * written was answered with no; a question mark after a letter leaves it missing.
     */
    static Answers day(String written) {
        if (written.equals("none")) {
            return new Answers(Map.of());
        }
        List<String> words = Arrays.asList(written.split(" "));
        Map<String, Value> day = new HashMap<>();
        boolean headache = words.stream().anyMatch(word -> word.matches("h[0-9.?]+"));
        day.put("headache", Kleene.of(headache));
        boolean aura = words.stream().anyMatch(word -> word.startsWith("aura"));
        day.put("aura", Kleene.of(aura));
        List<String> drugs = words.stream()
                .filter(Set.of("triptan", "gepant", "nsaid", "paracetamol", "opioid")::contains)
                .toList();
        day.put("acute_medication", Kleene.of(!drugs.isEmpty()));
        day.put("acute_classes", drugs.isEmpty() ? Value.Missing.NOT_APPLICABLE : new Value.Words(drugs));
        day.put("aura_minutes", number(words, "aura", Value.Missing.NOT_APPLICABLE));
        day.put("hp_duration_h", number(words, "h", Value.Missing.NOT_APPLICABLE));
        day.put("hp_severity", number(words, "S", headache ? Value.Num.of(1) : Value.Missing.NOT_APPLICABLE));
        day.put("nausea", words.contains("N") ? Value.Num.of(2) : words.contains("N?") ? UNKNOWN : Value.Num.of(0));
        Map.of(
                        "U",
                        "hp_unilateral",
                        "P",
                        "hp_pulsating",
                        "A",
                        "hp_aggravated",
                        "V",
                        "vomiting",
                        "L",
                        "photophobia",
                        "F",
                        "phonophobia")
                .forEach((letter, code) ->
                        day.put(code, words.contains(letter + "?") ? UNKNOWN : Kleene.of(words.contains(letter))));
        return new Answers(day);
    }

    private static Value number(List<String> words, String prefix, Value otherwise) {
        return words.stream()
                .filter(word -> word.matches(prefix + "[0-9.?]+"))
                .findFirst()
                .map(word -> word.substring(prefix.length()))
                .map(digits -> digits.equals("?") ? UNKNOWN : new Value.Num(new BigDecimal(digits)))
                .orElse(otherwise);
    }

    /** A function over one block whose days are these. */
    static Value value(String function, List<Answers> days) {
        return Definitions.block(function, List.of(new Diary(days)));
    }

    static Value truth(String letter) {
        return letter.equals("?") ? UNKNOWN : Kleene.of(letter.equals("T"));
    }

    /** Days of migraine, then days without headache, then a day without an entry. */
    static List<Answers> block(int migraineDays, int completed) {
        List<Answers> days = new ArrayList<>();
        for (int day = 0; day < completed; day++) {
            days.add(day(day < migraineDays ? "h6 U P S3 A N" : "no"));
        }
        days.add(day("none"));
        return days;
    }
}
