package org.commensal.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.commensal.leakage.Feature.Kind;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check refuses, how often it is wrong, and what it cannot see. */
class LeakTestTest {

    private static final int REFERENCES = 499;

    @ParameterizedTest(name = "{0} subjects, {1} arms")
    @CsvSource({"40, 2", "40, 3", "120, 2", "120, 3", "120, 4"})
    void whatOneArmAloneHasIsRefused(int subjects, int arms) {
        Trials trial = new Trials(1, subjects, arms);
        List<Feature> features = trial.honest(50, Kind.STRUCTURE);
        features.add(Feature.presence("rows of the adherence form", Kind.STRUCTURE, trial.having(1, 0)));

        Verdict verdict = LeakTest.of(features, trial.allocations(REFERENCES), 1);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings().get(0))
                .extracting(Finding::rule, Finding::feature)
                .containsExactly(Rule.WHOLESALE, "rows of the adherence form");
        assertThat(verdict.findings().get(0).statistic()).isCloseTo(1, within(1e-9));
    }

    /** With few participants chance does as much too often: it is filed, and nothing is refused. */
    @Test
    void amongAFewNothingIsRefusedByFigures() {
        byte[] arms = new Trials(11, 10, 2).actual;
        boolean[] first = new boolean[10];
        IntStream.range(0, 10).forEach(i -> first[i] = arms[i] == 0);
        Allocations allocations = new Trials(11, 10, 2).allocations(REFERENCES);
        List<Feature> features = new ArrayList<>(new Trials(12, 10, 2).honest(3, Kind.STRUCTURE));
        features.add(Feature.presence("rows", Kind.STRUCTURE, first));

        Verdict verdict = LeakTest.of(features, allocations, 1);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::grade).containsOnly(Grade.REVIEW);
    }

    @Test
    void anAnswerThatOneArmAloneGivesIsRefusedWhereNoOutcomeRestsOnIt() {
        Trials trial = new Trials(2, 90, 3);
        boolean[] having = trial.having(0.6, 0);
        List<Feature> features = trial.honest(50, Kind.STRUCTURE);

        features.add(Feature.level("seen by = d1", Kind.MARKER, having));
        Verdict marker = LeakTest.of(features, trial.allocations(REFERENCES), 1);
        features.set(50, Feature.level("responder = yes", Kind.OUTCOME, having));
        Verdict outcome = LeakTest.of(features, trial.allocations(REFERENCES), 1);

        assertThat(marker.passed()).isFalse();
        assertThat(marker.findings().get(0).rule()).isEqualTo(Rule.ONE_ARM);
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.findings()).extracting(Finding::feature).contains("responder = yes");
    }

    @Test
    void featuresThatEachTellLittleAreRefusedTogether() {
        Trials trial = new Trials(3, 200, 2);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            features.add(Feature.level("minute " + i, Kind.STRUCTURE, trial.having(0.58, 0.42)));
        }

        Verdict verdict = LeakTest.of(features, trial.allocations(REFERENCES), 1);

        assertThat(verdict.findings().stream().filter(found -> found.grade() == Grade.BLOCK))
                .extracting(Finding::rule)
                .contains(Rule.TOGETHER);
    }

    @Test
    void theOrderOfRandomisationIsRefusedThoughItTellsNoArmByItself() {
        Trials trial = new Trials(8, 40, 2);
        double[] places = IntStream.range(0, 40).mapToDouble(i -> 1000 - 3 * i).toArray();

        Verdict verdict =
                LeakTest.of(List.of(Feature.order("order of rows", places)), trial.allocations(REFERENCES), 1);

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(Rule.SEQUENCE);
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void anOrderByArmIsRefusedAndOneByChanceIsNot() {
        Trials trial = new Trials(8, 40, 3);
        Allocations allocations = trial.allocations(REFERENCES);
        double[] byArm = IntStream.range(0, 40)
                .mapToDouble(i -> 100 * allocations.actual()[i] + (7 * i) % 40)
                .toArray();
        double[] shifted = trial.shifted(0.8);

        Verdict verdict = LeakTest.of(List.of(Feature.order("by arm", byArm)), allocations, 1);

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(Rule.WHOLESALE);
        assertThat(LeakTest.of(List.of(Feature.order("a little", shifted)), allocations, 1)
                        .findings())
                .isEmpty();
    }

    @Test
    void aTrueEffectHoweverLargeIsNotRefused() {
        Trials trial = new Trials(4, 300, 3);
        List<Feature> features = trial.honest(100, Kind.STRUCTURE);
        for (int i = 0; i < 20; i++) {
            features.add(Feature.rank("outcome " + i, Kind.OUTCOME, trial.shifted(3)));
        }
        features.add(Feature.level("responder = true", Kind.OUTCOME, trial.having(1, 0)));

        Verdict verdict = LeakTest.of(features, trial.allocations(REFERENCES), 1);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::rule).contains(Rule.TOGETHER_WITH_OUTCOMES);
    }

    @Test
    void aTrialWithOneArmOrNobodyHasNothingToTell() {
        boolean[] some = {true, false, true};
        List<Feature> features = List.of(Feature.presence("rows", Kind.STRUCTURE, some));

        assertThat(LeakTest.of(features, new Allocations(2, new byte[3], new byte[9][3], new double[3]), 1)
                        .passed())
                .isTrue();
        assertThat(LeakTest.of(List.of(), new Allocations(2, new byte[0], new byte[9][0], new double[0]), 1)
                        .passed())
                .isTrue();
    }

    /** At 2 per cent, one for each feature alone and one for all together, 200 trials give at most 9 with 98 %. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void honestDataAreRefusedAsSeldomAsPromised(int arms) {
        long refused = IntStream.range(0, 200)
                .filter(seed -> {
                    Trials trial = new Trials(1000 + seed, 60, arms);
                    List<Feature> features = trial.honest(60, Kind.STRUCTURE);
                    features.addAll(trial.honest(60, Kind.MARKER));
                    return !LeakTest.of(features, trial.allocations(299), seed).passed();
                })
                .count();

        assertThat(refused).isLessThanOrEqualTo(9);
    }

    /** The power that was worked out beforehand for 100 independent features at a family-wise 1 per cent. */
    @ParameterizedTest(name = "{0} subjects, {1} of one arm: at least {2} of 20 trials")
    @CsvSource({"40, 1.0, 20, 20", "40, 0.3, 0, 6", "100, 0.3, 10, 20", "200, 0.3, 18, 20", "200, 0.1, 0, 8"})
    void wholesaleLeaksAreFoundAndRareOnesAreNot(int subjects, double share, int least, int most) {
        long found = IntStream.range(0, 20)
                .filter(seed -> {
                    Trials trial = new Trials(3000 + seed, subjects, 2);
                    List<double[]> features = new ArrayList<>();
                    features.add(Feature.level("leak", Kind.STRUCTURE, trial.having(share, 0))
                            .standardised());
                    trial.honest(100, Kind.STRUCTURE).stream()
                            .map(Feature::standardised)
                            .filter(honest -> honest.length > 0)
                            .forEach(features::add);
                    return new Association(features, trial.allocations(REFERENCES)).adjusted()[0] <= 0.01;
                })
                .count();

        assertThat(found).isBetween((long) least, (long) most);
    }

    @Test
    void theOrderOfTheSubjectsChangesNothing() {
        Trials trial = new Trials(5, 60, 3);
        Allocations allocations = trial.allocations(199);
        List<Feature> features = trial.honest(40, Kind.STRUCTURE);
        features.add(Feature.rank("shifted", Kind.STRUCTURE, trial.shifted(1)));
        List<Integer> order = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.reverse(order);
        Collections.rotate(order, 17);

        Association as = new Association(standardised(features), allocations);
        Association other = new Association(
                standardised(features.stream()
                        .map(feature -> new Feature(
                                feature.name(), feature.kind(), feature.shape(), permuted(feature.values(), order)))
                        .toList()),
                new Allocations(
                        3,
                        permuted(allocations.actual(), order),
                        Arrays.stream(allocations.references())
                                .map(reference -> permuted(reference, order))
                                .toArray(byte[][]::new),
                        permuted(allocations.moments(), order)));

        assertThat(other.statistics()).containsExactly(as.statistics(), within(1e-12));
        assertThat(other.adjusted()).containsExactly(as.adjusted());
    }

    @Test
    void theSameSeedGivesTheSameVerdict() {
        List<Verdict> verdicts = IntStream.range(0, 2)
                .mapToObj(again -> {
                    Trials trial = new Trials(6, 80, 2);
                    List<Feature> features = trial.honest(80, Kind.STRUCTURE);
                    features.add(Feature.level("leak", Kind.STRUCTURE, trial.having(0.8, 0.3)));
                    return LeakTest.of(features, trial.allocations(REFERENCES), 7);
                })
                .toList();

        assertThat(verdicts.get(0)).isEqualTo(verdicts.get(1));
        assertThat(verdicts.get(0).findings()).isNotEmpty();
    }

    /** By hand: 2 × 2 with 8, 2, 3, 7 has a chi-squared of 5.0505 over 20; ranks 1 to 6, three and three, r of 0.8783. */
    @Test
    void theStatisticIsTheKnownOne() {
        double[] has = new double[20];
        byte[] arms = new byte[20];
        for (int i = 0; i < 20; i++) {
            arms[i] = (byte) (i < 10 ? 0 : 1);
            has[i] = i < 8 || i >= 17 ? 1 : 0;
        }
        byte[] six = {0, 0, 0, 1, 1, 1};
        Feature rank = Feature.rank("days", Kind.STRUCTURE, new double[] {1, 2, 3, 10, 20, 400});

        assertThat(statistic(new Feature("level", Kind.STRUCTURE, Feature.Shape.LEVEL, has), arms, 2))
                .isCloseTo(Math.sqrt(5.050505 / 20), within(1e-6));
        assertThat(statistic(rank, six, 2)).isCloseTo(0.87831, within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatAllSubjectsShareIsNoFeature(Kind kind) {
        assertThat(Feature.presence("all", kind, new boolean[] {true, true}).standardised())
                .isEmpty();
        assertThat(Feature.rank("tied", kind, new double[] {4, 4, Double.NaN}).standardised())
                .isEmpty();
    }

    private static double statistic(Feature feature, byte[] arms, int number) {
        return new Association(
                        List.of(feature.standardised()),
                        new Allocations(number, arms, new byte[0][], new double[arms.length]))
                .statistics()[0];
    }

    private static List<double[]> standardised(List<Feature> features) {
        return features.stream().map(Feature::standardised).toList();
    }

    private static double[] permuted(double[] values, List<Integer> order) {
        return order.stream().mapToDouble(place -> values[place]).toArray();
    }

    private static byte[] permuted(byte[] values, List<Integer> order) {
        byte[] permuted = new byte[values.length];
        for (int i = 0; i < permuted.length; i++) {
            permuted[i] = values[order.get(i)];
        }
        return permuted;
    }
}
