package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every diary, whoever keeps it. */
class DefinitionsLawsTest {

    private static final Answers NO_ENTRY = Days.day("none");

    /** Functions of one block that count days, wherever they stand. */
    private static final List<String> COUNTS = Definitions.ofBlocks().stream()
            .filter(function -> Definitions.earlierBlocks(function) == 0)
            .filter(function -> !function.contains("attack") && !function.endsWith("-from-day-3"))
            .toList();

    /** Those of them that do not ask how long the block is. */
    private static final List<String> OF_COMPLETED_DAYS = COUNTS.stream()
            .filter(function -> !function.equals("diary-compliance") && !function.startsWith("fortnightly"))
            .toList();

    @Provide
    Arbitrary<List<Answers>> diaries() {
        return Arbitraries.of(
                        "no",
                        "none",
                        "h6 U P S3 A N",
                        "h0.5 U P S1 L F",
                        "h2 S1 triptan",
                        "h3 S1 nsaid",
                        "triptan opioid",
                        "aura20",
                        "aura75",
                        "h6 U S2 N? L F?",
                        "h? U P S3 A N")
                .map(Days::day)
                .list()
                .ofMaxSize(35);
    }

    @Property(seed = "20261123", tries = 200)
    void theOrderOfDaysChangesNoCountOfABlock(@ForAll("diaries") List<Answers> days, @ForAll Random random) {
        List<Answers> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, random);

        assertThat(COUNTS).allSatisfy(function -> assertThat(Days.value(function, shuffled))
                .isEqualTo(Days.value(function, days)));
    }

    @Property(seed = "20261123", tries = 200)
    void aMissingDayChangesNoFunctionOfCompletedDaysAndJoinsNoAttacks(
            @ForAll("diaries") List<Answers> days, @ForAll @IntRange(max = 35) int at) {
        List<Answers> more = new ArrayList<>(days);
        more.add(Math.min(at, days.size()), NO_ENTRY);

        assertThat(OF_COMPLETED_DAYS)
                .allSatisfy(function -> assertThat(Days.value(function, more)).isEqualTo(Days.value(function, days)));
        assertThat(Attacks.beginning(new Diary(more)))
                .isBetween(Attacks.beginning(new Diary(days)), Attacks.beginning(new Diary(days)) + 1);
    }

    @Property(seed = "20261123", tries = 200)
    void oneMoreMigraineDayNeverLowersTheRate(
            @ForAll @IntRange(max = 27) int with, @ForAll @IntRange(min = 14, max = 28) int completed) {
        int days = Math.min(with, completed - 1);

        assertThat(rate(days + 1, completed)).isGreaterThan(rate(days, completed));
    }

    @Property(seed = "20261123", tries = 200)
    void everyDefinitionOfAMigraineDayIsWithinTheMainOne(@ForAll("diaries") List<Answers> days) {
        int main = DayCount.of("migraine-day", days).with();

        assertThat(List.of("migraine-day-of-hours", "migraine-day-by-features", "migraine-day-without-isolated-aura"))
                .allSatisfy(rule -> assertThat(DayCount.of(rule, days).with()).isLessThanOrEqualTo(main));
        assertThat(DayCount.of("headache-day", days).with()).isGreaterThanOrEqualTo(main);
        assertThat(Attacks.beginning(new Diary(days))).isLessThanOrEqualTo(main);
    }

    private static BigDecimal rate(int with, int completed) {
        return ((Value.Num) new DayCount(with, completed).per28Days()).value();
    }
}
