package org.commensal.allocation.simulation;

import java.util.Arrays;
import org.commensal.allocation.Draw;

/**
 * Every outcome of the numbers that are drawn for one participant, the arm among them, one after another.
 *
 * <p>What is drawn is answered from a script; where the script ends it is written on with the first outcome that has
 * weight, and {@link #next} turns its last line to the next such outcome.
 */
final class Script implements Draw {

    private int[] chosen = new int[4];
    private long[][] weights = new long[4][];
    private int written;
    private int read;
    private boolean drew;

    @Override
    public long below(String label, long bound) {
        long[] alike = new long[Math.toIntExact(bound)];
        Arrays.fill(alike, 1);
        return place(label, alike, 0, alike.length);
    }

    @Override
    public int place(String label, long[] among, int from, int to) {
        int place = choose(Arrays.copyOfRange(among, from, to));
        drew |= to - from > 1;
        return from + place;
    }

    /** The arm that this line of the script says. */
    int arm(long[] arms) {
        return choose(arms.clone());
    }

    private int choose(long[] among) {
        if (read == written) {
            if (written == chosen.length) {
                chosen = Arrays.copyOf(chosen, 2 * written);
                weights = Arrays.copyOf(weights, 2 * written);
            }
            weights[written] = among;
            chosen[written] = following(among, -1);
            written++;
        }
        return chosen[read++];
    }

    private static int following(long[] among, int place) {
        int next = place + 1;
        while (next < among.length && among[next] == 0) {
            next++;
        }
        return next;
    }

    /** The probability of all that was read since the beginning of this outcome. */
    double probability() {
        double probability = 1;
        for (int line = 0; line < read; line++) {
            long all = Arrays.stream(weights[line]).sum();
            probability *= (double) weights[line][chosen[line]] / all;
        }
        return probability;
    }

    /** Whether anything but the arm was drawn, with more than one outcome. */
    boolean drew() {
        return drew;
    }

    /** The probability of the likeliest arm. */
    static double largest(long[] arms) {
        return (double) Arrays.stream(arms).max().orElseThrow()
                / Arrays.stream(arms).sum();
    }

    /** Turns to the next outcome; false where there is none. */
    boolean next() {
        read = 0;
        while (written > 0) {
            int last = written - 1;
            chosen[last] = following(weights[last], chosen[last]);
            if (chosen[last] < weights[last].length) {
                return true;
            }
            written = last;
        }
        return false;
    }
}
