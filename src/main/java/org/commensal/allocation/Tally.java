package org.commensal.allocation;

import java.nio.LongBuffer;

/**
 * A course that depends on nothing but how many participants each arm has: one for each of the urn, coin and stick
 * methods.
 *
 * <p>Where a rule depends on differences between the arms alone, complete sets (as many of each arm as its share) are
 * taken out of the counts as soon as they are there, so the counts stay small and the states few.
 */
final class Tally implements Course {

    /** The weights that follow from the counts. */
    interface Rule {

        /** @param weights to be filled */
        void weigh(long[] counts, long[] weights);
    }

    private final long[] set;
    private final Rule rule;
    private final long[] counts;
    private final long[] weights;

    private Tally(long[] set, Rule rule, long[] counts) {
        this.set = set;
        this.rule = rule;
        this.counts = counts;
        this.weights = new long[counts.length];
    }

    /** Of a rule that depends on all counts. */
    static Tally ofAll(Design design, Rule rule) {
        return new Tally(new long[0], rule, new long[design.arms().size()]);
    }

    /** Of a rule that depends on differences alone. */
    static Tally ofDifferences(Design design, Rule rule) {
        return new Tally(design.shares(), rule, new long[design.arms().size()]);
    }

    @Override
    public long[] weights(int[] levels, Draw draw) {
        rule.weigh(counts, weights);
        return weights;
    }

    @Override
    public void allocated(int[] levels, int arm) {
        counts[arm]++;
        for (int other = 0; other < set.length; other++) {
            if (counts[other] < set[other]) {
                return;
            }
        }
        for (int other = 0; other < set.length; other++) {
            counts[other] -= set[other];
        }
    }

    @Override
    public Course copy() {
        return new Tally(set, rule, counts.clone());
    }

    @Override
    public Object state() {
        return LongBuffer.wrap(counts.clone());
    }
}
