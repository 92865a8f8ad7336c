package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * The big stick: complete randomisation by the ratio, but no arm may run further ahead of another than a limit (Soares
 * and Wu, Some restricted randomization rules in sequential designs, Communications in Statistics A 1983;12:2017).
 *
 * <p>That paper has two equal arms. For more arms, or others, each arm has its share as weight unless it would then be
 * more than the limit ahead of some other, counted in participants divided by the share of their arm. Draws nothing of
 * its own.
 *
 * @param limit in participants of an arm of share 1
 */
record BigStick(Design design, int limit) implements AllocationMethod {

    static final String KEY = "limit";
    static final int LARGEST = 100;

    static BigStick read(Design design, Settings settings) {
        return new BigStick(design, settings.integer(KEY, 1, LARGEST));
    }

    @Override
    public Course begin() {
        long[] shares = design.shares();
        long multiple = design.multiple();
        return Tally.ofDifferences(design, (counts, weights) -> {
            for (int arm = 0; arm < shares.length; arm++) {
                weights[arm] = shares[arm];
                long ahead = (counts[arm] + 1) * (multiple / shares[arm]);
                for (int other = 0; other < shares.length; other++) {
                    if (other != arm && ahead - counts[other] * (multiple / shares[other]) > limit * multiple) {
                        weights[arm] = 0;
                    }
                }
            }
        });
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(KEY, limit);
    }
}
