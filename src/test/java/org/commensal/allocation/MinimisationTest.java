package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimisationTest {

    /** The counts are rows of factors; the scores of variance are K(K − 1) = 2 times the sample variance. */
    @ParameterizedTest(name = "{0}: {2} of {1} scores {3}")
    @CsvSource({
        "after Scott and others 2002, 2 2;3 1, range, 4 2, 1 4",
        "after Scott and others 2002, 2 2;3 1, marginal-totals, 5 3, 1 4",
        "Korean Journal of Anesthesiology 2019, 3 5;3 3;3 3, range, 3 5, 4 1",
        "after Pocock 1983, 30 31;18 17;9 8;19 21, marginal-totals, 76 77, 4 1",
        "after Pocock 1983, 30 31;18 17;9 8;19 21, range, 5 5, 1 1",
        "after Pocock 1983, 30 31;18 17;9 8;19 21, variance, 9 13, 4 1",
        "a migraine trial of three arms, 7 8 6;10 9 10;13 12 12;5 6 4, range, 8 7 5, 1 1 8"
    })
    void agreesWithWorkedExamples(String source, String counts, String measure, String scores, String weights) {
        List<long[]> rows = rows(counts, " ");
        Integer[] ratio =
                IntStream.range(0, rows.get(0).length).mapToObj(arm -> 1).toArray(Integer[]::new);
        Minimisation method = method(measure, rows.size(), ratio);
        assertThat(scores(method, rows)).containsExactly(bigs(scores));
        assertThat(weights(method, rows)).containsExactly(longs(weights));
    }

    @Test
    void bestArmsShareTheProbabilityEquallyAndTheOthersTheRestByTheRatio() {
        Preference preference = new Preference(new Fraction(4, 5), false);
        long[] shares = {3, 2, 1};
        assertThat(preference.weights(new boolean[] {false, false, true}, shares))
                .containsExactly(3L, 2L, 20L);
        assertThat(preference.weights(new boolean[] {true, false, true}, shares))
                .containsExactly(2L, 1L, 2L);
        assertThat(preference.weights(new boolean[] {true, true, true}, shares)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aProbabilityOfOneLeavesNothingForTheOtherArms() {
        assertThat(new Preference(new Fraction(1, 1), false).weights(new boolean[] {false, true}, new long[] {1, 1}))
                .containsExactly(0L, 1L);
    }

    @Test
    void countsAreAdjustedByTheRatioInWholeNumbers() {
        Minimisation method = method("range", 1, 3, 2, 1);
        assertThat(scores(method, rows("3 2 1", " "))).containsExactly(bigs("2 3 6"));
        assertThat(weights(method, rows("3 2 1", " "))).containsExactly(12L, 2L, 1L);
        assertThat(scores(method("marginal-totals", 1, 3, 2, 1), rows("3 2 1", " ")))
                .containsExactly(bigs("6 6 6"));
    }

    @Test
    void theFirstParticipantsAreAllocatedByTheRatioAlone() {
        AllocationScheme scheme = Schemes.scheme(
                List.of(2, 1, 1), "method: minimisation\nmeasure: range\nprobability: 4/5\nsimple-first: 9");
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 40);
        assertThat(ledger.subList(0, 9))
                .allSatisfy(first -> assertThat(first.weights()).containsExactly(2L, 1L, 1L));
        assertThat(ledger.subList(9, 40))
                .anySatisfy(later -> assertThat(later.weights()).isNotEqualTo(List.of(2L, 1L, 1L)));
    }

    @Test
    void minimisationBeginsRightAfterThem() {
        Map<String, String> levels = Map.of("aura", "yes", "site", "S1");
        Allocation first = Schemes.allocation(1, levels, List.of(1L, 1L), new ArmCode("A"));
        assertThat(after("simple-first: 2", List.of(first), levels)).containsExactly(1L, 1L);
        assertThat(after("simple-first: 1", List.of(first), levels)).containsExactly(1L, 4L);
    }

    @Test
    void theTotalWeighsAsMuchAsAFactorOfWeightOne() {
        Map<String, String> elsewhere = Map.of("aura", "no", "site", "S2");
        List<Allocation> history = List.of(
                Schemes.allocation(1, elsewhere, List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(2, elsewhere, List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(3, Map.of("aura", "yes", "site", "S2"), List.of(1L, 1L), new ArmCode("B")));
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        assertThat(after("", history, newcomer)).containsExactly(4L, 1L);
        assertThat(after("overall-total: true", history, newcomer)).containsExactly(1L, 1L);
    }

    @Test
    void onlyThoseWhoShareTheLevelCountAndTheTotalCountsOnlyWhereAsked() {
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        List<Allocation> history = Stream.of(Map.of("aura", "no", "site", "S2"), Map.of("aura", "no", "site", "S3"))
                .map(levels -> Schemes.allocation(1, levels, List.of(1L, 1L), new ArmCode("A")))
                .toList();
        assertThat(after("", history, newcomer)).containsExactly(1L, 1L);
        assertThat(after("overall-total: true", history, newcomer)).containsExactly(1L, 4L);
    }

    @Test
    void aHeavierFactorOutvotesALighterOne() {
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        List<Allocation> history = List.of(
                Schemes.allocation(1, Map.of("aura", "yes", "site", "S2"), List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(2, Map.of("aura", "no", "site", "S1"), List.of(1L, 1L), new ArmCode("B")));
        assertThat(after("", history, newcomer)).containsExactly(1L, 1L);
        assertThat(after("factor-weights: {aura: 2}", history, newcomer)).containsExactly(1L, 4L);
        assertThat(after("factor-weights: {site: 3}", history, newcomer)).containsExactly(4L, 1L);
    }

    /** The same arms are best in {@code long} as in whole numbers without a bound. */
    @Property(seed = "20261125")
    void numbersWithABoundGiveWhatNumbersWithoutOneGive(
            @ForAll Imbalance measure,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 20) Integer> ratio,
            @ForAll @Size(3) List<@LongRange(min = 0, max = 2_000) Long> counts) {
        Minimisation method = method(measure.key(), 1, ratio.toArray(Integer[]::new));
        long[] ones = method.ones();
        long[] row = new long[3];
        Arrays.setAll(row, arm -> counts.get(arm) * ones[arm]);
        BigInteger[] scores = method.scores(new long[][] {row});
        for (int arm = 0; arm < 3; arm++) {
            assertThat(BigInteger.valueOf(measure.small(row, arm, ones[arm]))).isEqualTo(scores[arm]);
        }
        assertThat(method.fewEnough()).isGreaterThan(2_000);
    }

    @Test
    void pastTheBoundTheCourseGoesOnAsItWouldWithoutOne() {
        Minimisation worst = method("variance", 2, 20, 19, 17, 16, 13, 11, 9, 7);
        assertThat(worst.fewEnough()).isLessThan(20);
        Course course = worst.begin();
        int[] levels = {0, 0};
        for (int taken = 0; taken < 40; taken++) {
            long[] weights = course.weights(levels, Schemes.NO_DRAW);
            course.allocated(levels, IntStream.range(0, 8).reduce(0, (a, b) -> weights[b] > weights[a] ? b : a));
        }
        assertThat(Arrays.stream(course.weights(levels, Schemes.NO_DRAW)).sum()).isPositive();
    }

    private static Minimisation of(String more) {
        List<String> faults = new ArrayList<>();
        Minimisation method = Minimisation.read(
                Schemes.design(1, 1),
                Schemes.settings("measure: range\nprobability: 4/5\n" + more, fault -> faults.add(fault.what())));
        assertThat(faults).isEmpty();
        return method;
    }

    /** The weights of the newcomer after this history, in which only levels and arms matter. */
    private static long[] after(String more, List<Allocation> history, Map<String, String> newcomer) {
        Minimisation method = of(more);
        Course course = method.begin();
        for (Allocation past : history) {
            course.allocated(
                    method.design().places(past.levels()), method.design().place(past.arm()));
        }
        return course.weights(method.design().places(newcomer), Schemes.NO_DRAW);
    }

    /** Of a newcomer who meets these counts, unadjusted. */
    static BigInteger[] scores(Minimisation method, List<long[]> counts) {
        return method.scores(adjusted(method, counts));
    }

    static long[] weights(Minimisation method, List<long[]> counts) {
        long[] shares = method.design().shares();
        return method.preference().weights(method.best(adjusted(method, counts)), shares);
    }

    private static long[][] adjusted(Minimisation method, List<long[]> counts) {
        long[] ones = method.ones();
        return counts.stream()
                .map(row -> IntStream.range(0, row.length)
                        .mapToLong(arm -> row[arm] * ones[arm])
                        .toArray())
                .toArray(long[][]::new);
    }

    static Minimisation method(String measure, int factors, Integer... ratio) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        IntStream.range(0, factors).forEach(factor -> weights.put("f" + factor, 1));
        return new Minimisation(
                Schemes.design(ratio),
                Imbalance.of(measure),
                new Preference(new Fraction(4, 5), false),
                0,
                false,
                weights);
    }

    static List<long[]> rows(String counts, String separator) {
        return Arrays.stream(counts.split(";", -1))
                .map(row -> Arrays.stream(row.split(separator, -1))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .toList();
    }

    private static BigInteger[] bigs(String numbers) {
        return Arrays.stream(numbers.split(" ", -1)).map(BigInteger::new).toArray(BigInteger[]::new);
    }

    private static long[] longs(String numbers) {
        return Arrays.stream(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }
}
