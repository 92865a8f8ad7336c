package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commensal.instrument.Days.block;
import static org.commensal.instrument.Days.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BlockFunctionTest {

    private static final Value UNKNOWN = Value.Missing.UNKNOWN;
    private static final Offset<BigDecimal> CLOSE = Offset.offset(new BigDecimal("0.00005"));

    @Test
    void refusesAnotherNumberOfBlocks() {
        assertThat(Definitions.earlierBlocks("response-50")).isEqualTo(1);
        assertThat(Definitions.earlierBlocks("no-function")).isZero();
        assertThatThrownBy(() -> Days.value("response-50", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> since("completed-days", block(1, 28), block(1, 28)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Migraine days of completed ones at follow-up and at baseline, and what comes of it. */
    @ParameterizedTest
    @CsvFileSource(resources = "/definitions/follow-up.csv", numLinesToSkip = 1)
    void comparesWithTheBaseline(
            int days, int of, int baselineDays, int baselineOf, String r30, String r50, String r75, String change) {
        List<Answers> baseline = block(baselineDays, baselineOf);
        List<Answers> now = block(days, of);

        assertThat(since("response-30", baseline, now)).isEqualTo(number(r30));
        assertThat(since("response-50", baseline, now)).isEqualTo(number(r50));
        assertThat(since("response-75", baseline, now)).isEqualTo(number(r75));
        isClose(since("change-in-monthly-migraine-days", baseline, now), change);
    }

    @ParameterizedTest
    @CsvSource({
        "28, 28, 100",
        "23, 28, 82.1429",
        "22, 28, 78.5714",
        "14, 28, 50",
        "13, 28, 46.4286",
        "0, 28, 0",
        "0, 0, ?"
    })
    void complianceIsAShareOfEveryDayOfTheBlock(int completed, int days, String percent) {
        List<Answers> calendar = new ArrayList<>(Collections.nCopies(completed, day("no")));
        calendar.addAll(Collections.nCopies(days - completed, day("none")));

        isClose(Days.value("diary-compliance", calendar), percent);
    }

    /** Days of a period of 14 in short, as for attacks. */
    @ParameterizedTest
    @CsvSource({
        "MMM-----------, 3, 1.1667",
        "---MMM--------, 3, 3.5",
        "M--M--M-------, 3, 2.3333",
        "MMM----......., 6, ?",
        "MMM---........, ?, ?",
        "..M-----------, 1.1667, 1.1667",
        ".............., ?, ?",
        "'', ?, ?"
    })
    void aFortnightNeedsHalfItsDays(String days, String whole, String fromDayThree) {
        List<Answers> calendar = AttacksTest.calendar(days);

        isClose(Days.value("fortnightly-migraine-days", calendar), whole);
        isClose(Days.value("fortnightly-migraine-days-from-day-3", calendar), fromDayThree);
    }

    @Test
    void peakPainIsOfHeadacheDaysThatSayIt() {
        List<Answers> days = new ArrayList<>(Collections.nCopies(12, pain("no", Value.Missing.NOT_APPLICABLE)));
        days.add(pain("h6 U P S3 A N", Value.Num.of(8)));
        assertThat(Days.value("mean-peak-pain", days)).as("13 days").isEqualTo(UNKNOWN);

        days.add(pain("h2 S1", Value.Num.of(3)));
        days.add(pain("h2 S1", Value.Missing.SKIPPED));
        days.add(pain("h0.2 S1", Value.Num.of(1)));
        isClose(Days.value("mean-peak-pain", days), "5.5");
        assertThat(Days.value("mean-peak-pain", block(0, 28))).isEqualTo(UNKNOWN);
        assertThat(Definitions.namesOf("mean-peak-pain")).containsExactly("hp_nrs");
        assertThat(Definitions.faultsOf("mean-peak-pain", new Variables(Map.of())))
                .hasSize(1);
        assertThat(Definitions.faultsOf("monthly-attacks", new Variables(Map.of())))
                .isEmpty();
    }

    @Test
    void overuseIsABandOfOneBlockAndProbableOverThree() {
        List<Answers> much = overuse(16);
        List<Answers> few = overuse(14);

        assertThat(Days.value("medication-overuse-headache-band", much)).isEqualTo(Value.Num.of(1));
        assertThat(Days.value("medication-overuse-headache-band", few)).isEqualTo(Value.Num.of(0));
        assertThat(Days.value("medication-overuse-days", few)).isEqualTo(Value.Num.of(1));
        assertThat(probable(much, much, much)).isEqualTo(Value.Num.of(1));
        assertThat(probable(much, few, much)).isEqualTo(Value.Num.of(0));
        assertThat(probable(much, List.of(), much)).isEqualTo(UNKNOWN);
        assertThat(since("medication-overuse-headache-resolved", much, few)).isEqualTo(Value.Num.of(1));
        assertThat(since("medication-overuse-headache-resolved", much, much)).isEqualTo(Value.Num.of(0));
        assertThat(since("medication-overuse-headache-resolved", few, few)).isEqualTo(Value.Num.of(0));
        assertThat(since("medication-overuse-headache-resolved", much, List.of()))
                .isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"15, 14, 1", "15, 15, 0", "14, 2, 0"})
    void chronicBecomesEpisodicBelowFifteenHeadacheDays(int before, int after, long expected) {
        assertThat(since("chronic-to-episodic", block(before, 28), block(after, 28)))
                .isEqualTo(Value.Num.of(expected));
    }

    private static Value since(String function, List<Answers> baseline, List<Answers> now) {
        return Definitions.block(function, List.of(new Diary(baseline), new Diary(now)));
    }

    @SafeVarargs
    private static Value probable(List<Answers>... blocks) {
        return Definitions.block(
                "medication-overuse-headache-probable",
                List.of(blocks).stream().map(Diary::new).toList());
    }

    /** A triptan on 12 of the headache days. */
    private static List<Answers> overuse(int headacheDays) {
        List<Answers> days = new ArrayList<>(Collections.nCopies(12, day("h2 S1 triptan")));
        days.addAll(Collections.nCopies(headacheDays - 12, day("h2 S1")));
        days.addAll(Collections.nCopies(28 - headacheDays, day("no")));
        return days;
    }

    private static Answers pain(String written, Value peak) {
        Map<String, Value> day = new HashMap<>(day(written).values());
        day.put("hp_nrs", peak);
        return new Answers(day);
    }

    private static Value number(String written) {
        return written.equals("?") ? UNKNOWN : Value.Num.of(Long.parseLong(written));
    }

    private static void isClose(Value found, String expected) {
        if (expected.equals("?")) {
            assertThat(found).isEqualTo(UNKNOWN);
        } else {
            assertThat(found).isInstanceOfSatisfying(Value.Num.class, number -> assertThat(number.value())
                    .isCloseTo(new BigDecimal(expected), CLOSE));
        }
    }
}
