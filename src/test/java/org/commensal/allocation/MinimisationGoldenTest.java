package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * 58 random states with the scores and probabilities that another program published: two or three arms, four ratios,
 * three measures, two weightings.
 *
 * <p>Two of its conventions are converted: there, arms that are not best share equally, and so do arms that all tie;
 * here both follow the ratio. The standard deviation is not offered, as no whole number holds it; its scores are made
 * here from the variance of each factor.
 */
class MinimisationGoldenTest {

    private static final double TOLERANCE = 1e-9;

    @Test
    void scoresAndProbabilitiesAgreeInEveryState() throws IOException {
        String folder = System.getenv().getOrDefault("REFERENCE_DATA", "");
        Path file = Path.of(folder, "ps-golden.csv");
        assumeTrue(!folder.isEmpty() && Files.exists(file), "REFERENCE_DATA names no folder with ps-golden.csv");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1 + 58);
        lines.stream().skip(1).map(line -> line.split("\"?,?\"", -1)).forEach(MinimisationGoldenTest::check);
    }

    /** @param cells id, measure, ratio, weights, counts, scores, probabilities */
    private static void check(String[] cells) {
        boolean deviation = cells[1].equals("SD");
        Imbalance measure = cells[1].equals("Range") ? Imbalance.RANGE : Imbalance.VARIANCE;
        Integer[] ratio =
                Arrays.stream(cells[2].split(":", -1)).map(Integer::valueOf).toArray(Integer[]::new);
        double[] weights = doubles(cells[3]);
        List<long[]> counts = MinimisationTest.rows(cells[4], ",");
        double[] scores = deviation
                ? deviations(ratio, weights, counts)
                : divided(
                        MinimisationTest.scores(method(measure, ratio, weights), counts),
                        unit(measure, ratio) * parts(weights));
        assertThat(scores).as("scores of state %s", cells[0]).containsExactly(doubles(cells[5]), within(TOLERANCE));
        List<Integer> best = deviation
                ? least(scores)
                : preferred(
                        Arrays.stream(MinimisationTest.weights(method(measure, ratio, weights), counts))
                                .boxed()
                                .toList(),
                        ratio);
        assertThat(published(best, ratio.length))
                .as("probabilities of state %s", cells[0])
                .containsExactly(doubles(cells[6]), within(TOLERANCE));
    }

    private static Minimisation method(Imbalance measure, Integer[] ratio, double[] weights) {
        Map<String, Integer> whole = new LinkedHashMap<>();
        IntStream.range(0, weights.length)
                .forEach(factor -> whole.put("f" + factor, (int) Math.round(weights[factor] * parts(weights))));
        return new Minimisation(
                Schemes.design(ratio), measure, new Preference(new Fraction(17, 20), false), 0, false, whole);
    }

    /** .5, .3, .2 are 5, 3, 2 of 10 parts; thirds are 1, 1, 1 of 3. */
    private static int parts(double[] weights) {
        return weights[0] == 0.5 ? 10 : 3;
    }

    /** What our whole scores are multiples of: the least common multiple, squared and times K(K − 1) for a variance. */
    private static double unit(Imbalance measure, Integer[] ratio) {
        int multiple = Arrays.stream(ratio).reduce(1, (a, b) -> a / (int) Fraction.commonDivisor(a, b) * b);
        return measure == Imbalance.RANGE ? multiple : (double) multiple * multiple * ratio.length * (ratio.length - 1);
    }

    private static double[] deviations(Integer[] ratio, double[] weights, List<long[]> counts) {
        double[] sums = new double[ratio.length];
        for (int factor = 0; factor < weights.length; factor++) {
            BigInteger[] whole =
                    MinimisationTest.scores(MinimisationTest.method("variance", 1, ratio), List.of(counts.get(factor)));
            double[] variances = divided(whole, unit(Imbalance.VARIANCE, ratio));
            double weight = weights[factor];
            Arrays.setAll(sums, arm -> sums[arm] + weight * Math.sqrt(variances[arm]));
        }
        return sums;
    }

    private static List<Integer> least(double[] scores) {
        double least = DoubleStream.of(scores).min().orElseThrow();
        return places(scores.length)
                .filter(arm -> scores[arm] - least < TOLERANCE)
                .boxed()
                .toList();
    }

    /** The arms with .85 together, or all of them by the ratio. */
    private static List<Integer> preferred(List<Long> weights, Integer[] ratio) {
        if (weights.equals(Arrays.stream(ratio).map(Integer::longValue).toList())) {
            return places(ratio.length).boxed().toList();
        }
        long most = Collections.max(weights);
        List<Integer> best = places(ratio.length)
                .filter(arm -> weights.get(arm) == most)
                .boxed()
                .toList();
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        assertThat(20 * most * best.size()).isEqualTo(17 * sum);
        return best;
    }

    private static double[] published(List<Integer> best, int arms) {
        return places(arms)
                .mapToDouble(arm -> {
                    if (best.size() == arms) {
                        return 1.0 / arms;
                    }
                    return best.contains(arm) ? .85 / best.size() : .15 / (arms - best.size());
                })
                .toArray();
    }

    private static IntStream places(int arms) {
        return IntStream.range(0, arms);
    }

    private static double[] divided(BigInteger[] scores, double unit) {
        return Arrays.stream(scores)
                .mapToDouble(score -> score.doubleValue() / unit)
                .toArray();
    }

    private static double[] doubles(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
