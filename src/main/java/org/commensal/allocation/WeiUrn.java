package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * Wei's urn: it begins with α balls of each arm, and each allocation adds β balls of every other arm, so that it forces
 * balance early and comes close to complete randomisation later (Wei, A class of designs for sequential clinical trials,
 * Journal of the American Statistical Association 1977;72:382; An application of an urn model to the design of sequential
 * controlled clinical trials, the same 1978;73:559).
 *
 * <p>With n participants of an arm among m, its weight is α + β(m − n); where all would be 0, each has 1. The arms are
 * equal, or made so by {@link FakeArms}. Draws nothing of its own.
 *
 * @param alpha balls of each arm at first
 * @param beta balls added of each other arm
 */
record WeiUrn(Design design, int alpha, int beta) implements AllocationMethod {

    private static final String ALPHA = "alpha";
    private static final String BETA = "beta";
    private static final int LARGEST = 1_000;

    static WeiUrn read(Design design, Settings settings) {
        design.needsEqualArms("Wei's urn", settings);
        return new WeiUrn(design, settings.integer(ALPHA, 0, LARGEST), settings.integer(BETA, 1, LARGEST));
    }

    @Override
    public Course begin() {
        return Tally.ofAll(design, (counts, weights) -> {
            long all = 0;
            for (long count : counts) {
                all += count;
            }
            for (int arm = 0; arm < counts.length; arm++) {
                weights[arm] = all + alpha == 0 ? 1 : alpha + beta * (all - counts[arm]);
            }
        });
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(ALPHA, alpha, BETA, beta);
    }
}
