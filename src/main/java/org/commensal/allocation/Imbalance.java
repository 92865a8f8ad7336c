package org.commensal.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How unequal the arms would be, at one level of one factor, if the next participant went to a given arm. Smaller is
 * better; scores compare within one measure only.
 *
 * <p>Counts are adjusted for the ratio: each is multiplied by the least common multiple of the ratio and divided by the
 * share of its arm, which stays a whole number. Range and variance: Pocock and Simon, Biometrics 1975;31:103. Marginal
 * totals: Taves, Clinical Pharmacology and Therapeutics 1974;15:443.
 */
enum Imbalance {

    /** The largest adjusted count less the smallest. */
    RANGE {
        @Override
        BigInteger score(long[] adjusted, int arm, long one) {
            long[] after = after(adjusted, arm, one);
            long most = Arrays.stream(after).max().orElseThrow();
            return BigInteger.valueOf(most - Arrays.stream(after).min().orElseThrow());
        }

        @Override
        long small(long[] adjusted, int arm, long one) {
            long most = adjusted[arm] + one;
            long least = most;
            for (int other = 0; other < adjusted.length; other++) {
                if (other != arm) {
                    most = Math.max(most, adjusted[other]);
                    least = Math.min(least, adjusted[other]);
                }
            }
            return most - least;
        }
    },

    /** K·Σv² − (Σv)² over the K adjusted counts v: their sample variance times K(K − 1). */
    VARIANCE {
        @Override
        BigInteger score(long[] adjusted, int arm, long one) {
            BigInteger sum = BigInteger.ZERO;
            BigInteger squares = BigInteger.ZERO;
            for (long count : after(adjusted, arm, one)) {
                BigInteger v = BigInteger.valueOf(count);
                sum = sum.add(v);
                squares = squares.add(v.pow(2));
            }
            return squares.multiply(BigInteger.valueOf(adjusted.length)).subtract(sum.pow(2));
        }

        @Override
        long small(long[] adjusted, int arm, long one) {
            long sum = one;
            long squares = one * (2 * adjusted[arm] + one);
            for (long count : adjusted) {
                sum += count;
                squares += count * count;
            }
            return squares * adjusted.length - sum * sum;
        }

        @Override
        BigInteger bound(long largest, int arms) {
            return super.bound(largest, arms).multiply(BigInteger.valueOf(arms)).pow(2);
        }
    },

    /** The adjusted count of the arm itself, as it is now. */
    MARGINAL_TOTALS {
        @Override
        BigInteger score(long[] adjusted, int arm, long one) {
            return BigInteger.valueOf(adjusted[arm]);
        }

        @Override
        long small(long[] adjusted, int arm, long one) {
            return adjusted[arm];
        }
    };

    /** @param one what one participant adds to the adjusted count of {@code arm} */
    abstract BigInteger score(long[] adjusted, int arm, long one);

    /** The same where {@link #bound} lies below 2^63. */
    abstract long small(long[] adjusted, int arm, long one);

    /**
     * What no step of a score exceeds.
     *
     * @param largest what no adjusted count exceeds, the newcomer's included
     */
    BigInteger bound(long largest, int arms) {
        return BigInteger.valueOf(largest);
    }

    private static long[] after(long[] adjusted, int arm, long one) {
        long[] after = adjusted.clone();
        after[arm] += one;
        return after;
    }

    /** As a study file writes it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Imbalance::key).toList();
    }

    static Imbalance of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
