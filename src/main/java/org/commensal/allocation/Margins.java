package org.commensal.allocation;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * The marginal totals by which {@link Minimisation} decides: how many participants of each level of each factor are in
 * each arm, adjusted for the ratio.
 *
 * <p>Scores are computed in {@code long} as long as no sum of them can exceed 2^62, which a trial of usual ratios never
 * does, and in whole numbers without a bound after that; both give the same.
 */
final class Margins implements Course {

    /** Up to so many arms, the weights of each set of best arms are kept once they are known. */
    private static final int MOST_KEPT = 8;

    private final Minimisation method;
    private final long[] shares;
    private final long[] ones;
    private final long[] margins;
    private final long fewEnough;
    private final int[] offsets;
    private final long[][] counts;
    private final long[][] rows;
    private final long[] scores;
    private final long[][] preferred;
    private final boolean[] best;
    private int taken;

    Margins(Minimisation method) {
        this.method = method;
        this.shares = method.design().shares();
        this.ones = method.ones();
        this.margins = method.margins();
        this.fewEnough = method.fewEnough();
        this.scores = new long[shares.length];
        this.best = new boolean[shares.length];
        this.preferred = new long[1 << Math.min(shares.length, MOST_KEPT)][];
        int factors = method.design().factors().size();
        this.rows = new long[factors + (method.overallTotal() ? 1 : 0)][];
        this.offsets = new int[rows.length];
        int next = 0;
        for (int factor = 0; factor < factors; factor++) {
            offsets[factor] = next;
            next += method.design().factors().get(factor).levels().size();
        }
        if (method.overallTotal()) {
            offsets[factors] = next;
            next++;
        }
        this.counts = new long[next][shares.length];
    }

    private Margins(Margins other) {
        this.method = other.method;
        this.shares = other.shares;
        this.ones = other.ones;
        this.margins = other.margins;
        this.fewEnough = other.fewEnough;
        this.scores = new long[shares.length];
        this.best = new boolean[shares.length];
        this.preferred = new long[1 << Math.min(shares.length, MOST_KEPT)][];
        this.rows = new long[other.rows.length][];
        this.offsets = other.offsets;
        this.counts = Arrays.stream(other.counts).map(long[]::clone).toArray(long[][]::new);
        this.taken = other.taken;
    }

    @Override
    public long[] weights(int[] levels, Draw draw) {
        if (taken < method.simpleFirst()) {
            return shares;
        }
        for (int row = 0; row < rows.length; row++) {
            rows[row] = counts[place(levels, row)];
        }
        if (taken < fewEnough) {
            least();
        } else {
            System.arraycopy(method.best(rows), 0, best, 0, best.length);
        }
        if (method.preference().ranks()) {
            rank(draw);
        }
        return preferred();
    }

    /** Keeps one of several best arms, drawn; where all tie, none is kept from the others. */
    private void rank(Draw draw) {
        int tied = 0;
        for (boolean one : best) {
            tied += one ? 1 : 0;
        }
        if (tied == 1 || tied == best.length) {
            return;
        }
        long pick = draw.below(Preference.LABEL, tied);
        for (int arm = 0; arm < best.length; arm++) {
            if (best[arm]) {
                best[arm] = pick == 0;
                pick--;
            }
        }
    }

    /** The row of the total follows those of the factors. */
    private int place(int[] levels, int row) {
        return offsets[row] + (row < levels.length ? levels[row] : 0);
    }

    private void least() {
        long least = Long.MAX_VALUE;
        for (int arm = 0; arm < scores.length; arm++) {
            long score = 0;
            for (int row = 0; row < rows.length; row++) {
                score += margins[row] * method.measure().small(rows[row], arm, ones[arm]);
            }
            scores[arm] = score;
            least = Math.min(least, score);
        }
        for (int arm = 0; arm < scores.length; arm++) {
            best[arm] = scores[arm] == least;
        }
    }

    private long[] preferred() {
        if (best.length > MOST_KEPT) {
            return method.preference().weights(best, shares);
        }
        int set = 0;
        for (int arm = 0; arm < best.length; arm++) {
            set |= best[arm] ? 1 << arm : 0;
        }
        if (preferred[set] == null) {
            preferred[set] = method.preference().weights(best, shares);
        }
        return preferred[set];
    }

    @Override
    public void allocated(int[] levels, int arm) {
        for (int row = 0; row < rows.length; row++) {
            counts[place(levels, row)][arm] += ones[arm];
        }
        taken++;
    }

    @Override
    public Course copy() {
        return new Margins(this);
    }

    @Override
    public Object state() {
        LongBuffer state = LongBuffer.allocate(1 + counts.length * shares.length);
        state.put(Math.min(taken, method.simpleFirst()));
        Arrays.stream(counts).forEach(state::put);
        return state.flip();
    }
}
