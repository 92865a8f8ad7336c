package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    private static final Value UNKNOWN = Value.Missing.UNKNOWN;

    /**
     * A day in short: {@code h6} headache of 6 hours ({@code h?} unknown), {@code U P A} characteristics, {@code S2}
     * severity, {@code N V L F} nausea, vomiting, light, sound, {@code aura20} minutes, and drug classes. What is not
     * written was answered with no; a question mark after a letter leaves it missing.
     */
    private static Answers day(String written) {
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

    private static Value truth(String letter) {
        return letter.equals("?") ? UNKNOWN : Kleene.of(letter.equals("T"));
    }

    /** The daily truth table of the study's definitions, row by row. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "T01, no, F, F, F",
        "T02, h6 U P S3 A N, T, T, F",
        "T03, h0.5 U P S1 L F, T, T, F",
        "T04, h0.4 U P S1 L F, F, F, F",
        "T05, h8 U P S3 A L, T, F, F",
        "T06, h8 S2 N, T, F, F",
        "T07, h2 S1 triptan, T, T, T",
        "T08, h3 S1 nsaid, T, F, T",
        "T09, aura20, T, T, F",
        "T10, aura3, F, F, F",
        "T11, aura75, F, F, F",
        "T12, triptan, F, F, T",
        "T13, h0.3 S1 paracetamol, T, F, T",
        "T14, h4 U S2 V, T, T, F",
        "T15, h1 U S1 gepant, T, T, T",
        "T16, h5 S2 opioid, T, F, T",
        "T17, none, ?, ?, ?",
        "T18, h6 U S2 N? L F?, T, ?, F",
        "T19, h6 U P N S?, T, T, F",
        "T20, h? U P S3 A N, ?, ?, F",
        "T21, h? U P S3 A N triptan, T, T, T",
    })
    void judgesADay(String row, String written, String headacheDay, String migraineDay, String acuteDay) {
        Answers day = day(written);

        assertThat(Definitions.day("headache-day", day)).as(row).isEqualTo(truth(headacheDay));
        assertThat(Definitions.day("migraine-day", day)).as(row).isEqualTo(truth(migraineDay));
        assertThat(Definitions.day("acute-medication-day", day)).as(row).isEqualTo(truth(acuteDay));
        assertThat(Definitions.day("completed-day", day)).as(row).isEqualTo(Kleene.of(!migraineDay.equals("?")));
    }

    @ParameterizedTest
    @CsvSource({"5, T", "60, T", "4, F", "61, F"})
    void countsAnAuraOfFiveToSixtyMinutes(int minutes, String migraineDay) {
        assertThat(Definitions.day("migraine-day", day("aura" + minutes))).isEqualTo(truth(migraineDay));
    }

    @Test
    void aDayWhoseAuraWasSkippedIsNotCompletedUnlessTheRestDecides() {
        Map<String, Value> day = new HashMap<>(day("no").values());
        day.put("aura", Value.Missing.SKIPPED);
        assertThat(Definitions.day("completed-day", new Answers(day))).isEqualTo(Kleene.FALSE);

        Map<String, Value> migraine = new HashMap<>(day("h2 triptan").values());
        migraine.put("aura", Value.Missing.SKIPPED);
        assertThat(Definitions.day("completed-day", new Answers(migraine))).isEqualTo(Kleene.TRUE);
    }

    @ParameterizedTest
    @CsvSource({"8, 28, 8", "8, 23, 9.7391", "8, 22, 10.1818", "7, 25, 7.84", "6, 14, 12", "0, 28, 0"})
    void givesMigraineDaysPer28Days(int migraineDays, int completed, BigDecimal expected) {
        Value value = Definitions.block("monthly-migraine-days", block(migraineDays, completed));

        assertThat(value).isInstanceOfSatisfying(Value.Num.class, number -> assertThat(number.value())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(new BigDecimal("0.00005"))));
    }

    @Test
    void isUnknownBelowFourteenCompletedDays() {
        assertThat(Definitions.block("monthly-migraine-days", block(6, 13))).isEqualTo(UNKNOWN);
        assertThat(Definitions.block("monthly-headache-days", List.of())).isEqualTo(UNKNOWN);
        assertThat(Definitions.block("completed-days", block(6, 13))).isEqualTo(Value.Num.of(13));
        assertThat(Definitions.block("completed-days", List.of())).isEqualTo(Value.Num.of(0));
    }

    /** A band is cut at 8 and at 15: no rate of whole days may fall on the wrong side. */
    @Test
    void liesBelowALimitExactlyWhenTheFractionDoes() {
        for (int completed = 14; completed <= 28; completed++) {
            for (int with = 0; with <= completed; with++) {
                Value value = Definitions.block("monthly-migraine-days", block(with, completed));
                for (int limit : new int[] {4, 8, 15, 24}) {
                    assertThat(Expression.parse("rate < " + limit).holds(name -> value))
                            .isEqualTo(28 * with < limit * completed);
                }
            }
        }
    }

    @Test
    void countsOnlyCompletedDaysAndHeadacheDaysWithThem() {
        List<Answers> days = new ArrayList<>(block(5, 20));
        days.add(day("h3 S1 nsaid"));
        days.add(day("h6 U S2 N? L F?"));

        assertThat(Definitions.block("completed-days", days)).isEqualTo(Value.Num.of(21));
        assertThat(Expression.parse("rate == 8").holds(name -> Definitions.block("monthly-headache-days", days)))
                .isTrue();
    }

    @Test
    void knowsNoOtherName() {
        assertThat(Definitions.ofBlocks()).contains("completed-days", "monthly-migraine-days", "monthly-headache-days");
        assertThatThrownBy(() -> Definitions.block("mmd", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Definitions.faults(new Variables(Map.of()))).isNotEmpty();
    }

    private static List<Answers> block(int migraineDays, int completed) {
        List<Answers> days = new ArrayList<>();
        for (int day = 0; day < completed; day++) {
            days.add(day(day < migraineDays ? "h6 U P S3 A N" : "no"));
        }
        days.add(day("none"));
        return days;
    }
}
