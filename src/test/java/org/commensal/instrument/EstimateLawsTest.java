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

/** What holds for every scale with missing items, however it was answered. */
class EstimateLawsTest {

    private static Value prorated(int allowed, List<Value> items) {
        return Estimate.sum(Value.Num.of(allowed), items);
    }

    private static Value mean(int allowed, List<Value> items) {
        return Estimate.mean(Value.Num.of(allowed), items);
    }

    private static BigDecimal number(Value value) {
        assertThat(value).isInstanceOf(Value.Num.class);
        return ((Value.Num) value).value();
    }

    private static List<BigDecimal> known(List<Value> items) {
        return items.stream()
                .filter(Value.Num.class::isInstance)
                .map(EstimateLawsTest::number)
                .toList();
    }

    @Property(seed = "20261124")
    void isKnownWhereAtMostSoManyAreMissingAndNotAll(
            @ForAll("answers") List<Value> items, @ForAll @IntRange(max = 20) int allowed) {
        int known = known(items).size();
        boolean decided = known > 0 && items.size() - known <= allowed;

        assertThat(prorated(allowed, items) instanceof Value.Num).isEqualTo(decided);
        assertThat(mean(allowed, items) instanceof Value.Num).isEqualTo(decided);
    }

    @Property(seed = "20261124")
    void ofACompleteScaleIsTheSum(@ForAll("complete") List<Value> items, @ForAll @IntRange(max = 20) int allowed) {
        assertThat(prorated(allowed, items)).isEqualTo(Operation.SUM.apply(items));
    }

    @Property(seed = "20261124")
    void withoutAnAllowanceIsTheSumWhateverIsMissing(@ForAll("answers") List<Value> items) {
        assertThat(prorated(0, items)).isEqualTo(Operation.SUM.apply(items));
    }

    @Property(seed = "20261124")
    void theOrderOfTheItemsDoesNotMatter(@ForAll("answers") List<Value> items, @ForAll Random random) {
        List<Value> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);

        assertThat(prorated(9, shuffled)).isEqualTo(prorated(9, items));
        assertThat(mean(9, shuffled)).isEqualTo(mean(9, items));
    }

    @Property(seed = "20261124")
    void aLargerAllowanceChangesNothingThatWasDecided(
            @ForAll("answers") List<Value> items, @ForAll @IntRange(max = 8) int allowed) {
        assertThat(prorated(allowed, items)).isIn(Value.Missing.UNKNOWN, prorated(allowed + 1, items));
    }

    @Property(seed = "20261124")
    void theMeanLiesBetweenTheLeastAndTheMostAnswer(@ForAll("answered") List<Value> items) {
        assertThat(number(mean(20, items))).isBetween(Collections.min(known(items)), Collections.max(known(items)));
    }

    @Property(seed = "20261124")
    void theTotalIsTheMeanTimesTheItems(@ForAll("answered") List<Value> items) {
        BigDecimal times = number(mean(20, items)).multiply(BigDecimal.valueOf(items.size()));

        assertThat(number(prorated(20, items)).subtract(times).abs()).isLessThan(new BigDecimal("1E-25"));
    }

    @Property(seed = "20261124")
    void puttingTheMeanInThePlaceOfTheMissingChangesNothing(@ForAll("answered") List<Value> items) {
        Value mean = mean(20, items);
        List<Value> filled = items.stream()
                .map(item -> item instanceof Value.Missing ? mean : item)
                .toList();

        assertThat(number(prorated(0, filled))
                        .subtract(number(prorated(20, items)))
                        .abs())
                .isLessThan(new BigDecimal("1E-25"));
    }

    @Property(seed = "20261124")
    void roundingGivesTheNearestWholeNumberAndHalvesGoAwayFromZero(
            @ForAll @IntRange(min = -100_000, max = 100_000) int hundredths) {
        BigDecimal exact = BigDecimal.valueOf(hundredths, 2);
        BigDecimal rounded = number(Estimate.rounded(new Value.Num(exact)));

        assertThat(rounded.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
        assertThat(rounded.stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
        assertThat(number(Estimate.rounded(new Value.Num(exact.negate())))).isEqualByComparingTo(rounded.negate());
        assertThat(Estimate.rounded(new Value.Num(rounded))).isEqualTo(new Value.Num(rounded));
        if (exact.subtract(rounded).abs().compareTo(new BigDecimal("0.5")) == 0) {
            assertThat(rounded.abs().compareTo(exact.abs())).isPositive();
        }
    }

    @Property(seed = "20261124")
    void roundingIsQuickForTheSmallestAndTheLargestNumbers(@ForAll int scale, @ForAll long digits) {
        BigDecimal exact = new BigDecimal(java.math.BigInteger.valueOf(digits), scale);

        assertThat(Estimate.rounded(new Value.Num(exact))).isInstanceOf(Value.Num.class);
    }

    @Provide
    Arbitrary<List<Value>> answers() {
        Arbitrary<Value> answer = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 6).map(Value.Num::of)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Value.Missing.values())));
        return answer.list().ofMinSize(1).ofMaxSize(15);
    }

    /** With one answer at least. */
    @Provide
    Arbitrary<List<Value>> answered() {
        return answers().filter(items -> !known(items).isEmpty());
    }

    @Provide
    Arbitrary<List<Value>> complete() {
        return Arbitraries.integers()
                .between(0, 6)
                .map(n -> (Value) Value.Num.of(n))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
