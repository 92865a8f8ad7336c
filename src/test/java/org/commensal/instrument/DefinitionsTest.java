package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commensal.instrument.Days.block;
import static org.commensal.instrument.Days.day;
import static org.commensal.instrument.Days.truth;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsTest {

    private static final Value UNKNOWN = Value.Missing.UNKNOWN;

    /** The daily truth table of the study's definitions, row by row, in the order of the columns after the day. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/definitions/days.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    void judgesADay(ArgumentsAccessor row) {
        Answers day = day(row.getString(1));
        List<String> rules = List.of(
                "headache-day",
                "migraine-day",
                "acute-medication-day",
                "moderate-or-severe-headache-day",
                "migraine-specific-medication-day",
                "migraine-day-of-hours",
                "migraine-day-by-features",
                "migraine-day-without-isolated-aura");

        for (int rule = 0; rule < rules.size(); rule++) {
            assertThat(Definitions.day(rules.get(rule), day))
                    .as(row.getString(0) + " " + rules.get(rule))
                    .isEqualTo(truth(row.getString(rule + 2)));
        }
        assertThat(Definitions.day("completed-day", day))
                .isEqualTo(Kleene.of(!row.getString(3).equals("?")));
    }

    @Test
    void coversTheWholeTruthTable() throws IOException {
        try (InputStream table = Objects.requireNonNull(getClass().getResourceAsStream("/definitions/days.csv"))) {
            String rows = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(IntStream.rangeClosed(1, 21).mapToObj("\nT%02d,"::formatted))
                    .allMatch(rows::contains);
        }
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
        Value value = Days.value("monthly-migraine-days", block(migraineDays, completed));

        assertThat(value).isInstanceOfSatisfying(Value.Num.class, number -> assertThat(number.value())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(new BigDecimal("0.00005"))));
    }

    @Test
    void isUnknownBelowFourteenCompletedDays() {
        assertThat(Days.value("monthly-migraine-days", block(6, 13))).isEqualTo(UNKNOWN);
        assertThat(Days.value("monthly-headache-days", List.of())).isEqualTo(UNKNOWN);
        assertThat(Days.value("completed-days", block(6, 13))).isEqualTo(Value.Num.of(13));
        assertThat(Days.value("completed-days", List.of())).isEqualTo(Value.Num.of(0));
    }

    /** A band is cut at 8 and at 15: no rate of whole days may fall on the wrong side. */
    @Test
    void liesBelowALimitExactlyWhenTheFractionDoes() {
        for (int completed = 14; completed <= 28; completed++) {
            for (int with = 0; with <= completed; with++) {
                Value value = Days.value("monthly-migraine-days", block(with, completed));
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

        assertThat(Days.value("completed-days", days)).isEqualTo(Value.Num.of(21));
        assertThat(Expression.parse("rate == 8").holds(name -> Days.value("monthly-headache-days", days)))
                .isTrue();
    }

    @Test
    void knowsNoOtherName() {
        assertThat(Definitions.ofBlocks()).contains("completed-days", "monthly-migraine-days", "monthly-headache-days");
        assertThatThrownBy(() -> Days.value("mmd", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Definitions.faults(new Variables(Map.of()))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "monthly-moderate-or-severe-headache-days, 10",
        "monthly-migraine-specific-medication-days, 2",
        "monthly-migraine-days-of-hours, 5",
        "monthly-migraine-days-by-features, 5",
        "monthly-migraine-days-without-isolated-aura, 7",
        "monthly-migraine-days, 10",
        "chronic-migraine-band, 1",
        "medication-overuse-days, 0",
        "monthly-headache-days, 15",
    })
    void countsADayOnceForEachDefinition(String function, int per28) {
        List<Answers> days = new ArrayList<>(block(5, 18));
        days.addAll(List.of(day("h2 S1 triptan"), day("h2 S1 triptan"), day("aura20"), day("aura30"), day("aura60")));
        days.addAll(List.of(day("h5 S2"), day("h5 S2"), day("h5 S2"), day("h5 S2"), day("h5 S2")));

        assertThat(Expression.parse("value == " + per28).holds(name -> Days.value(function, days)))
                .isTrue();
    }

    @Test
    void functionsOfYesAndNoGiveOneZeroOrUnknown() {
        assertThat(Days.value("chronic-migraine-band", block(15, 28))).isEqualTo(Value.Num.of(1));
        assertThat(Days.value("chronic-migraine-band", block(14, 28))).isEqualTo(Value.Num.of(0));
        assertThat(Days.value("chronic-migraine-band", block(13, 13))).isEqualTo(UNKNOWN);
        assertThat(Days.value("medication-overuse-days", block(13, 13))).isEqualTo(UNKNOWN);
    }
}
