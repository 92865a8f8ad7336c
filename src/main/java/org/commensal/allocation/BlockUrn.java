package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * The block urn design: as permuted blocks, but each balanced set goes back into the urn as soon as it is complete, so
 * that no arm is ever more than λ sets ahead and an allocation is rarely certain (Zhao and Weng, Block urn design,
 * Contemporary Clinical Trials 2011;32:953).
 *
 * <p>With n participants of an arm of share w, and k sets complete, its weight is w(λ + k) − n. With an unequal ratio the
 * probability of an arm is its share of the ratio in the first steps only; {@link FakeArms} keeps it at each step. Draws
 * nothing of its own.
 *
 * @param lambda how many balanced sets the urn holds at first, the most by which arms may differ
 */
record BlockUrn(Design design, int lambda) implements AllocationMethod {

    private static final String KEY = "lambda";

    static BlockUrn read(Design design, Settings settings) {
        return new BlockUrn(design, settings.integer(KEY, 1, 100));
    }

    @Override
    public Course begin() {
        long[] shares = design.shares();
        return Tally.ofDifferences(design, (counts, weights) -> {
            for (int arm = 0; arm < shares.length; arm++) {
                weights[arm] = shares[arm] * lambda - counts[arm];
            }
        });
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(KEY, lambda);
    }
}
