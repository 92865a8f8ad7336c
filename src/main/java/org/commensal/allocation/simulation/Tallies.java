package org.commensal.allocation.simulation;

import java.math.BigInteger;
import java.util.Arrays;

/** How many participants one simulated trial has in each arm: in all, by level of each factor, and by stratum. */
final class Tallies {

    /** What one participant counts for in each arm: the least common multiple of the ratio over its share. */
    private final long[] ones;

    private final double multiple;
    private final int[] firstLevel;
    private final int[] strides;
    final int[] total;
    final int[] levels;
    final int[] strata;
    final int site;

    Tallies(Scenario scenario) {
        long[] shares = Arrays.stream(scenario.ratio()).asLongStream().toArray();
        long common = Arrays.stream(shares).reduce(1, Tallies::commonMultiple);
        this.ones = Arrays.stream(shares).map(share -> common / share).toArray();
        this.multiple = common;
        this.site = scenario.site();
        int factors = scenario.shares().size();
        this.firstLevel = new int[factors + 1];
        this.strides = new int[factors];
        int stride = 1;
        for (int factor = 0; factor < factors; factor++) {
            int size = scenario.shares().get(factor).length;
            firstLevel[factor + 1] = firstLevel[factor] + size;
            strides[factor] = stride;
            stride *= size;
        }
        this.total = new int[ones.length];
        this.levels = new int[firstLevel[factors] * ones.length];
        this.strata = new int[stride * ones.length];
    }

    private static long commonMultiple(long a, long b) {
        return a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue() * b;
    }

    void clear() {
        Arrays.fill(total, 0);
        Arrays.fill(levels, 0);
        Arrays.fill(strata, 0);
    }

    int arms() {
        return ones.length;
    }

    int factors() {
        return strides.length;
    }

    /** The place of the first level of a factor among all levels. */
    int firstLevel(int factor) {
        return firstLevel[factor];
    }

    int stratum(int[] ofParticipant) {
        int stratum = 0;
        for (int factor = 0; factor < strides.length; factor++) {
            stratum += strides[factor] * ofParticipant[factor];
        }
        return stratum;
    }

    /** The level of a factor in a stratum. */
    int level(int factor, int stratum) {
        return stratum / strides[factor] % (firstLevel[factor + 1] - firstLevel[factor]);
    }

    void add(int[] ofParticipant, int stratum, int arm) {
        total[arm]++;
        for (int factor = 0; factor < strides.length; factor++) {
            levels[(firstLevel[factor] + ofParticipant[factor]) * ones.length + arm]++;
        }
        strata[stratum * ones.length + arm]++;
    }

    /** The largest number for one share of the ratio less the smallest, of the arms from here. */
    double range(int[] counts, int from) {
        long most = 0;
        long least = Long.MAX_VALUE;
        for (int arm = 0; arm < ones.length; arm++) {
            long adjusted = counts[from + arm] * ones[arm];
            most = Math.max(most, adjusted);
            least = Math.min(least, adjusted);
        }
        return (most - least) / multiple;
    }

    /**
     * What somebody who guesses an arm with the fewest participants for its share expects of the first arm: 1 where it
     * alone has the fewest, −1 where others have fewer, 0 where it ties with another.
     */
    int expectsFirst(int[] counts, int from) {
        long others = Long.MAX_VALUE;
        for (int arm = 1; arm < ones.length; arm++) {
            others = Math.min(others, counts[from + arm] * ones[arm]);
        }
        return Long.compare(others, counts[from] * ones[0]);
    }

    /** How often the guess is right that names an arm with the fewest participants for its share, any of several. */
    double convergence(int[] counts, int from, long[] weights, double sum) {
        long least = Long.MAX_VALUE;
        long right = 0;
        int tied = 0;
        for (int arm = 0; arm < ones.length; arm++) {
            long adjusted = counts[from + arm] * ones[arm];
            if (adjusted < least) {
                least = adjusted;
                right = 0;
                tied = 0;
            }
            if (adjusted == least) {
                right += weights[arm];
                tied++;
            }
        }
        return right / (sum * tied);
    }
}
