package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * Efron's biased coin, for two equal arms: the arm with fewer participants has a probability of more than a half, and
 * each has a half where they are equal (Efron, Forcing a sequential experiment to be balanced, Biometrika 1971;58:403).
 *
 * <p>Draws nothing of its own.
 *
 * @param preference the probability of the arm with fewer
 */
record EfronCoin(Design design, Preference preference) implements AllocationMethod {

    static EfronCoin read(Design design, Settings settings) {
        design.needsTwoEqualArms("Efron's biased coin", settings);
        return new EfronCoin(design, Preference.read(design, settings));
    }

    @Override
    public Course begin() {
        Fraction coin = preference.probability();
        return Tally.ofDifferences(design, (counts, weights) -> toss(coin, counts, weights));
    }

    /** Fills the weights of two arms: numerator for that with fewer, what it lacks to the denominator for the other. */
    static void toss(Fraction coin, long[] counts, long[] weights) {
        long rest = coin.denominator() - coin.numerator();
        boolean equal = counts[0] == counts[1];
        weights[0] = equal ? 1 : counts[0] < counts[1] ? coin.numerator() : rest;
        weights[1] = equal ? 1 : counts[1] < counts[0] ? coin.numerator() : rest;
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(Preference.KEY, preference.probability().toString());
    }
}
