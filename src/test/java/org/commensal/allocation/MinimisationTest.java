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
        assertThat(method.scores(rows)).containsExactly(bigs(scores));
        assertThat(method.weights(rows)).isEqualTo(longs(weights));
    }

    @Test
    void bestArmsShareTheProbabilityEquallyAndTheOthersTheRestByTheRatio() {
        Preference preference = new Preference(new Fraction(4, 5));
        List<Long> shares = List.of(3L, 2L, 1L);
        assertThat(preference.weights(new boolean[] {false, false, true}, shares))
                .containsExactly(3L, 2L, 20L);
        assertThat(preference.weights(new boolean[] {true, false, true}, shares))
                .containsExactly(2L, 1L, 2L);
        assertThat(preference.weights(new boolean[] {true, true, true}, shares)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aProbabilityOfOneLeavesNothingForTheOtherArms() {
        assertThat(new Preference(new Fraction(1, 1)).weights(new boolean[] {false, true}, List.of(1L, 1L)))
                .containsExactly(0L, 1L);
    }

    @Test
    void countsAreAdjustedByTheRatioInWholeNumbers() {
        Minimisation method = method("range", 1, 3, 2, 1);
        assertThat(method.scores(rows("3 2 1", " "))).containsExactly(bigs("2 3 6"));
        assertThat(method.weights(rows("3 2 1", " "))).containsExactly(12L, 2L, 1L);
        assertThat(method("marginal-totals", 1, 3, 2, 1).scores(rows("3 2 1", " ")))
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
        Draws draws = new Draws(new byte[32], 2);
        assertThat(of("simple-first: 2").weights(List.of(first), levels, draws)).containsExactly(1L, 1L);
        assertThat(of("simple-first: 1").weights(List.of(first), levels, draws)).containsExactly(1L, 4L);
    }

    @Test
    void theTotalWeighsAsMuchAsAFactorOfWeightOne() {
        Map<String, String> elsewhere = Map.of("aura", "no", "site", "S2");
        List<Allocation> history = List.of(
                Schemes.allocation(1, elsewhere, List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(2, elsewhere, List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(3, Map.of("aura", "yes", "site", "S2"), List.of(1L, 1L), new ArmCode("B")));
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        Draws draws = new Draws(new byte[32], 4);
        assertThat(of("").weights(history, newcomer, draws)).containsExactly(4L, 1L);
        assertThat(of("overall-total: true").weights(history, newcomer, draws)).containsExactly(1L, 1L);
    }

    @Test
    void onlyThoseWhoShareTheLevelCountAndTheTotalCountsOnlyWhereAsked() {
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        List<Allocation> history = Stream.of(Map.of("aura", "no", "site", "S2"), Map.of("aura", "no", "site", "S3"))
                .map(levels -> Schemes.allocation(1, levels, List.of(1L, 1L), new ArmCode("A")))
                .toList();
        Draws draws = new Draws(new byte[32], 3);
        assertThat(of("").weights(history, newcomer, draws)).containsExactly(1L, 1L);
        assertThat(of("overall-total: true").weights(history, newcomer, draws)).containsExactly(1L, 4L);
    }

    @Test
    void aHeavierFactorOutvotesALighterOne() {
        Map<String, String> newcomer = Map.of("aura", "yes", "site", "S1");
        List<Allocation> history = List.of(
                Schemes.allocation(1, Map.of("aura", "yes", "site", "S2"), List.of(1L, 1L), new ArmCode("A")),
                Schemes.allocation(2, Map.of("aura", "no", "site", "S1"), List.of(1L, 1L), new ArmCode("B")));
        Draws draws = new Draws(new byte[32], 3);
        assertThat(of("").weights(history, newcomer, draws)).containsExactly(1L, 1L);
        assertThat(of("factor-weights: {aura: 2}").weights(history, newcomer, draws))
                .containsExactly(1L, 4L);
        assertThat(of("factor-weights: {site: 3}").weights(history, newcomer, draws))
                .containsExactly(4L, 1L);
    }

    private static Minimisation of(String more) {
        List<String> faults = new ArrayList<>();
        Minimisation method = Minimisation.read(
                Schemes.design(1, 1),
                Schemes.settings("measure: range\nprobability: 4/5\n" + more, fault -> faults.add(fault.what())));
        assertThat(faults).isEmpty();
        return method;
    }

    static Minimisation method(String measure, int factors, Integer... ratio) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        IntStream.range(0, factors).forEach(factor -> weights.put("f" + factor, 1));
        return new Minimisation(
                Schemes.design(ratio), Imbalance.of(measure), new Preference(new Fraction(4, 5)), 0, false, weights);
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

    private static List<Long> longs(String numbers) {
        return Arrays.stream(numbers.split(" ", -1)).map(Long::valueOf).toList();
    }
}
