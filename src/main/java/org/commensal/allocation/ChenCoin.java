package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * Chen's biased coin with imbalance tolerance, for two equal arms: Efron's coin, until the arms differ by a limit; then
 * the arm with fewer is certain (Chen, Biased coin design with imbalance tolerance, Communications in Statistics.
 * Stochastic Models 1999;15:953).
 *
 * <p>Draws nothing of its own.
 *
 * @param preference the probability of the arm with fewer
 * @param limit the most by which the arms may differ
 */
record ChenCoin(Design design, Preference preference, int limit) implements AllocationMethod {

    static ChenCoin read(Design design, Settings settings) {
        design.needsTwoEqualArms("Chen's biased coin", settings);
        return new ChenCoin(
                design, Preference.read(design, settings), settings.integer(BigStick.KEY, 1, BigStick.LARGEST));
    }

    @Override
    public Course begin() {
        Fraction coin = preference.probability();
        return Tally.ofDifferences(design, (counts, weights) -> {
            EfronCoin.toss(coin, counts, weights);
            if (Math.abs(counts[0] - counts[1]) >= limit) {
                weights[0] = counts[0] < counts[1] ? 1 : 0;
                weights[1] = 1 - weights[0];
            }
        });
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(Preference.KEY, preference.probability().toString(), BigStick.KEY, limit);
    }
}
