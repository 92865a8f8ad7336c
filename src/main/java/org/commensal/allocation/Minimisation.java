package org.commensal.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * Minimisation: the arm that would leave the trial least unbalanced, over the levels this participant has, is preferred
 * with probability p (Pocock and Simon, Biometrics 1975;31:103).
 *
 * <p>Scores and weights are whole numbers throughout, so arms tie exactly or not at all; {@link Preference} says what
 * ties get. Every participant of the history counts, whatever became of them. Where ties are ranked, the first is drawn
 * under the label {@value Preference#LABEL}; otherwise nothing is drawn.
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
        Preference preference = Preference.withTies(design, settings);
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
    public Course begin() {
        return new Margins(this);
    }

    /**
     * The arms with the least score.
     *
     * @param adjusted the counts of those who share the newcomer's level, each times what {@link #ones} says: a row for
     *     each factor, then one for the total
     */
    boolean[] best(long[][] adjusted) {
        BigInteger[] scores = scores(adjusted);
        BigInteger least = Collections.min(Arrays.asList(scores));
        boolean[] best = new boolean[scores.length];
        for (int arm = 0; arm < best.length; arm++) {
            best[arm] = scores[arm].equals(least);
        }
        return best;
    }

    /** The imbalance if the participant went to each arm, summed over the factors by their weights. */
    BigInteger[] scores(long[][] adjusted) {
        long[] ones = ones();
        long[] margins = margins();
        BigInteger[] scores = new BigInteger[ones.length];
        Arrays.fill(scores, BigInteger.ZERO);
        for (int row = 0; row < adjusted.length; row++) {
            BigInteger weight = BigInteger.valueOf(margins[row]);
            for (int arm = 0; arm < ones.length; arm++) {
                scores[arm] = scores[arm].add(weight.multiply(measure.score(adjusted[row], arm, ones[arm])));
            }
        }
        return scores;
    }

    /** The weight of each row. */
    long[] margins() {
        List<Integer> margins = new ArrayList<>(factorWeights.values());
        margins.add(1);
        return margins.stream().mapToLong(Integer::longValue).toArray();
    }

    /** What one participant adds to the adjusted count of each arm: the least common multiple over its share. */
    long[] ones() {
        return Arrays.stream(design.shares())
                .map(share -> design.multiple() / share)
                .toArray();
    }

    /** The participants, all in one arm and of one level, up to whom every score is below 2^62. */
    long fewEnough() {
        BigInteger most = BigInteger.TWO.pow(62);
        BigInteger weight = BigInteger.valueOf(Arrays.stream(margins()).sum());
        long few = Integer.MAX_VALUE;
        while (few > 0
                && measure.bound((few + 1) * design.multiple(), design.arms().size())
                                .multiply(weight)
                                .compareTo(most)
                        > 0) {
            few /= 2;
        }
        return few;
    }

    @Override
    public boolean stratifies() {
        return false;
    }

    @Override
    public boolean balancesFactors() {
        return !design.factors().isEmpty();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "measure",
                measure.key(),
                Preference.KEY,
                preference.probability().toString(),
                "simple-first",
                simpleFirst,
                "overall-total",
                overallTotal,
                "factor-weights",
                factorWeights));
        if (preference.ranks()) {
            settings.put(Preference.TIES, Preference.RANK);
        }
        return settings;
    }
}
