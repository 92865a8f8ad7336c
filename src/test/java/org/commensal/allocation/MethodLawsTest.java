package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.commensal.allocation.simulation.ExactFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each method promises, at each step; exact, or over random courses from a fixed start. */
class MethodLawsTest {

    /** The example of table 1 of Zhao and Weng, Contemporary Clinical Trials 2011;32:953: arm A where u is below P(A). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"probabilities, .5 .4 .5 .4 .25 .4 .5 .6 .75 .6 .75 .6 .75 .6", "arms, A B A A B B B B A B A B A A"})
    void theBlockUrnTakesTheFourteenStepsThatWerePublished(String what, String expected) {
        double[] u = {.4026, .5654, .0927, .3080, .7758, .9219, .6115, .8604, .4848, .7746, .2345, .8507, .0661, .2630};
        Course course = OneStream.scheme("block-urn", "lambda: 3", "1:1").begin();
        String[] steps = expected.split(" ", -1);
        for (int step = 0; step < u.length; step++) {
            long[] weights = course.weights(new int[0], Schemes.NO_DRAW);
            double probability = (double) weights[0] / (weights[0] + weights[1]);
            int arm = u[step] < probability ? 0 : 1;
            if (what.equals("arms")) {
                assertThat(arm == 0 ? "A" : "B").isEqualTo(steps[step]);
            } else {
                assertThat(probability).isEqualTo(Double.parseDouble(steps[step]));
            }
            course.allocated(new int[0], arm);
        }
    }

    /** The probability of each arm at each step, whoever came before being unknown, is its share of the ratio. */
    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource({
        "complete-randomisation, '', 3:2:1, 12",
        "permuted-blocks, 'block-sizes: [4, 8]', 2:1:1, 20",
        "permuted-blocks, 'block-sizes: [6, 12];block-size-weights: [3, 1]', 3:2:1, 14",
        "block-urn, lambda: 2, 1:1:1, 18",
        "block-urn, lambda: 2;unequal-ratio: fake-arms, 2:1:1, 16",
        "block-urn, lambda: 1;unequal-ratio: fake-arms, 3:2:1, 10",
        "big-stick, limit: 2, 1:1:1, 18",
        "big-stick, limit: 1;unequal-ratio: fake-arms, 2:1, 16",
        "chen, probability: 2/3;limit: 3, 1:1, 24",
        "efron, probability: 3/4, 1:1, 24",
        "adjustable-coin, exponent: 3, 1:1, 24",
        "wei-urn, alpha: 2;beta: 3, 1:1:1:1, 12",
        "wei-urn, alpha: 0;beta: 1;unequal-ratio: fake-arms, 2:1, 14",
        "maximal-procedure, limit: 2;length: 12, 1:1:1, 16",
        "maximal-procedure, limit: 2;length: 9;end: free, 1:1:1, 14",
        "maximal-procedure, limit: 1;length: 6;unequal-ratio: fake-arms, 2:1, 12",
        "minimisation, measure: range;probability: 4/5;overall-total: true, 1:1:1, 12",
        "minimisation, measure: range;probability: 4/5;overall-total: true;ties: rank, 1:1:1, 12",
        "minimisation, measure: variance;probability: 4/5;overall-total: true;unequal-ratio: fake-arms, 2:1:1, 10"
    })
    void theRatioIsPreservedAtEachStep(String method, String settings, String ratio, int participants) {
        assertThat(ExactFigures.of(OneStream.scheme(method, settings, ratio), participants)
                        .ratioDeviation())
                .isLessThan(1e-12);
    }

    /** What the block urn and minimisation do to 2:1:1 without fake arms; the first agrees with the reference. */
    @Test
    void theRatioIsNotPreservedByMethodsThatDoNotClaimIt() {
        double[] expected = {.5, .5, .5, .5, .5, .486395, .478458, .507029};
        List<List<Double>> trace = ExactFigures.of(OneStream.scheme("block-urn", "lambda: 2", "2:1:1"), 8)
                .ratioTrace();
        for (int step = 0; step < 8; step++) {
            assertThat(trace.get(step).get(0)).isCloseTo(expected[step], within(5e-7));
        }
        String minimisation = "measure: range;probability: 4/5;overall-total: true";
        assertThat(ExactFigures.of(OneStream.scheme("minimisation", minimisation, "2:1:1"), 8)
                        .ratioDeviation())
                .isGreaterThan(.05);
    }

    /** Arms are compared by their counts divided by their share of the ratio. */
    @ParameterizedTest(name = "{0} {1} of {2}: never more than {3} apart")
    @CsvSource({
        "block-urn, lambda: 3, 1:1, 3",
        "block-urn, lambda: 2, 1:1:1, 2",
        "block-urn, lambda: 2, 3:2:1, 2",
        "big-stick, limit: 1, 1:1, 1",
        "big-stick, limit: 3, 1:1:1, 3",
        "big-stick, limit: 2, 5:3, 2",
        "chen, probability: 2/3;limit: 2, 1:1, 2",
        "maximal-procedure, limit: 2;length: 30, 1:1:1, 2",
        "maximal-procedure, limit: 1;length: 24, 2:1:1, 1",
        "permuted-blocks, 'block-sizes: [6]', 1:1, 3"
    })
    void theLimitIsNeverExceeded(String method, String settings, String ratio, double limit) {
        AllocationScheme scheme = OneStream.scheme(method, settings, ratio);
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> shares = List.copyOf(scheme.ratio().values());
        for (int trial = 0; trial < 200; trial++) {
            Course course = scheme.begin();
            double[] counts = new double[shares.size()];
            for (int taken = 0; taken < 90; taken++) {
                counts[step(course, random)]++;
                double[] adjusted = new double[counts.length];
                Arrays.setAll(adjusted, arm -> counts[arm] / shares.get(arm));
                assertThat(Arrays.stream(adjusted).max().orElseThrow()
                                - Arrays.stream(adjusted).min().orElseThrow())
                        .isLessThanOrEqualTo(limit + 1e-9);
            }
        }
    }

    private static int step(Course course, SplittableRandom random) {
        Draw draw = (label, bound) -> random.nextLong(bound);
        long[] weights = course.weights(new int[0], draw);
        assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(weights).sum()).isPositive();
        int arm = draw.place("arm", weights, 0, weights.length);
        course.allocated(new int[0], arm);
        return arm;
    }

    @ParameterizedTest(name = "{0} {1} of {2}: balanced after each {3}")
    @CsvSource({
        "permuted-blocks, 'block-sizes: [8]', 2:1:1, 8",
        "maximal-procedure, limit: 3;length: 24, 1:1, 24",
        "maximal-procedure, limit: 2;length: 12, 2:1:1, 12",
        "maximal-procedure, limit: 1;length: 12;unequal-ratio: fake-arms, 2:1:1, 12"
    })
    void sequencesEndBalanced(String method, String settings, String ratio, int length) {
        AllocationScheme scheme = OneStream.scheme(method, settings, ratio);
        SplittableRandom random = new SplittableRandom(2);
        Course course = scheme.begin();
        List<Integer> shares = List.copyOf(scheme.ratio().values());
        int sets = length / shares.stream().mapToInt(Integer::intValue).sum();
        for (int sequence = 0; sequence < 100; sequence++) {
            int[] counts = new int[shares.size()];
            for (int taken = 0; taken < length; taken++) {
                counts[step(course, random)]++;
            }
            for (int arm = 0; arm < counts.length; arm++) {
                assertThat(counts[arm]).isEqualTo(shares.get(arm) * sets);
            }
        }
    }

    /** Each sequence that the limit allows is equally likely. */
    @Test
    void theMaximalProcedureIsUniform() {
        Course course = OneStream.scheme("maximal-procedure", "limit: 2;length: 12", "1:1:1")
                .begin();
        long first = Arrays.stream(course.weights(new int[0], Schemes.NO_DRAW)).sum();
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            double probability = 1;
            for (int taken = 0; taken < 12; taken++) {
                long[] weights = course.copy().weights(new int[0], Schemes.NO_DRAW);
                probability *= (double) weights[step(course, random)]
                        / Arrays.stream(weights).sum();
            }
            assertThat(probability * first).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aCopyRunsByItself() {
        for (AllocationScheme.Method method : AllocationScheme.methods()) {
            String yaml = "method: " + method.name() + "\n" + method.example();
            Course course = Schemes.scheme(method.ratio(), yaml).begin();
            advance(course);
            Object before = course.state();
            Course copy = course.copy();
            assertThat(copy.state()).as(method.name()).isEqualTo(before);
            advance(copy);
            assertThat(course.state()).as(method.name()).isEqualTo(before);
        }
    }

    private static void advance(Course course) {
        Draw least = (label, bound) -> 0;
        long[] weights = course.weights(new int[2], least);
        course.allocated(new int[2], least.place("arm", weights, 0, weights.length));
    }
}
