package org.commensal.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.Settings;

/**
 * Minimisation: the arm that would leave the trial least unbalanced, over the levels this participant has, is preferred
 * with probability p (Pocock and Simon, Biometrics 1975;31:103).
 *
 * <p>Scores and weights are whole numbers throughout, so arms tie exactly or not at all; {@link Preference} says what
 * ties get. Every participant of the history counts, whatever became of them. Draws nothing of its own.
 *
 * @param simpleFirst how many participants are allocated by the ratio alone before minimisation begins
 * @param overallTotal whether the arms' totals count as one more factor, of weight 1
 * @param factorWeights of every factor, in the order of the design
 */
record Minimisation(
        Design design,
        Imbalance measure,
        Preference preference,
        int simpleFirst,
        boolean overallTotal,
        Map<String, Integer> factorWeights)
        implements AllocationMethod {

    static Minimisation read(Design design, Settings settings) {
        Imbalance measure = Imbalance.of(settings.oneOf("measure", Imbalance.keys()));
        Preference preference = Preference.read(design, settings);
        int simpleFirst = settings.integer("simple-first", 0, 10_000, 0);
        boolean overallTotal = settings.flag("overall-total", false);
        if (design.factors().isEmpty() && !overallTotal) {
            settings.fault("method", "Minimisation has no factor to balance.", "Add factors, or overall-total: true.");
        }
        Map<String, Integer> weights = weights(design, settings);
        return new Minimisation(design, measure, preference, simpleFirst, overallTotal, weights);
    }

    private static Map<String, Integer> weights(Design design, Settings settings) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        design.factors().forEach(factor -> weights.put(factor.name(), 1));
        settings.optionalChild("factor-weights")
                .map(Settings::withNamesOfTheStudy)
                .ifPresent(written -> {
                    weights.replaceAll((factor, one) -> written.integer(factor, 1, 100, one));
                    written.done();
                });
        return weights;
    }

    @Override
    public List<Long> weights(List<Allocation> history, Map<String, String> levels, Draws draws) {
        return history.size() < simpleFirst ? design.shares() : weights(counts(history, levels));
    }

    /** Participants in each arm who share the newcomer's level: a row for each factor, then one for the total. */
    private List<long[]> counts(List<Allocation> history, Map<String, String> levels) {
        List<long[]> counts = new ArrayList<>();
        for (Factor factor : design.factors()) {
            String level = levels.getOrDefault(factor.name(), "");
            counts.add(count(history, past -> level.equals(past.levels().get(factor.name()))));
        }
        if (overallTotal) {
            counts.add(count(history, past -> true));
        }
        return counts;
    }

    private long[] count(List<Allocation> history, Predicate<Allocation> alike) {
        long[] count = new long[design.arms().size()];
        for (Allocation past : history) {
            if (alike.test(past)) {
                count[design.place(past.arm())]++;
            }
        }
        return count;
    }

    List<Long> weights(List<long[]> counts) {
        BigInteger[] scores = scores(counts);
        BigInteger best = Collections.min(Arrays.asList(scores));
        boolean[] tied = new boolean[scores.length];
        IntStream.range(0, tied.length).forEach(arm -> tied[arm] = scores[arm].equals(best));
        return preference.weights(tied, design.shares());
    }

    /** The imbalance if the participant went to each arm, summed over the factors by their weights. */
    BigInteger[] scores(List<long[]> counts) {
        long[] ones = ones();
        List<Integer> margins = new ArrayList<>(factorWeights.values());
        margins.add(1);
        BigInteger[] scores = new BigInteger[ones.length];
        Arrays.fill(scores, BigInteger.ZERO);
        for (int row = 0; row < counts.size(); row++) {
            long[] adjusted = counts.get(row).clone();
            Arrays.setAll(adjusted, arm -> adjusted[arm] * ones[arm]);
            BigInteger weight = BigInteger.valueOf(margins.get(row));
            for (int arm = 0; arm < ones.length; arm++) {
                scores[arm] = scores[arm].add(weight.multiply(measure.score(adjusted, arm, ones[arm])));
            }
        }
        return scores;
    }

    /** What one participant adds to the adjusted count of each arm: the least common multiple over its share. */
    private long[] ones() {
        long multiple = design.shares().stream().reduce(1L, (a, b) -> a / Fraction.commonDivisor(a, b) * b);
        return design.shares().stream().mapToLong(share -> multiple / share).toArray();
    }

    @Override
    public boolean stratifies() {
        return false;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "measure", measure.key(),
                "probability", preference.probability().toString(),
                "simple-first", simpleFirst,
                "overall-total", overallTotal,
                "factor-weights", factorWeights);
    }
}
