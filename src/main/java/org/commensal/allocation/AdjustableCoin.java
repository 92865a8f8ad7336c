package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * The adjustable biased coin, for two equal arms: the further they differ, the likelier is the arm with fewer (Baldi
 * Antognini and Giovagnoli, A new biased coin design for the sequential allocation of two treatments, Journal of the
 * Royal Statistical Society C 2004;53:651).
 *
 * <p>Where the arms differ by d participants, the arm with fewer has weight d to the power of the exponent, the other 1;
 * where they do not differ, or by one, each has 1. Draws nothing of its own.
 *
 * @param exponent how fast the probability grows
 */
record AdjustableCoin(Design design, int exponent) implements AllocationMethod {

    private static final String KEY = "exponent";

    static AdjustableCoin read(Design design, Settings settings) {
        design.needsTwoEqualArms("The adjustable biased coin", settings);
        return new AdjustableCoin(design, settings.integer(KEY, 1, 3));
    }

    /** Two million participants may all be in one arm before the third power would not fit. */
    @Override
    public Course begin() {
        return Tally.ofDifferences(design, (counts, weights) -> {
            long power = 1;
            for (int i = 0; i < exponent; i++) {
                power = Math.multiplyExact(power, Math.max(1, Math.abs(counts[0] - counts[1])));
            }
            weights[0] = counts[0] < counts[1] ? power : 1;
            weights[1] = counts[1] < counts[0] ? power : 1;
        });
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(KEY, exponent);
    }
}
