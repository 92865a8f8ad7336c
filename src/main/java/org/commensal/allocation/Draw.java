package org.commensal.allocation;

/** Where a method gets a number from: the sealed seed, a simulation's own generator, or the script of an enumeration. */
public interface Draw {

    /**
     * A number drawn uniformly, at least 0 and below {@code bound}.
     *
     * @param label what is drawn; for one participant, each label is independent of every other
     */
    long below(String label, long bound);

    /**
     * A place drawn by weight: the first at which the running sum exceeds a number below the sum of all.
     *
     * @param from the first place and {@code to}, the place after the last
     */
    default int place(String label, long[] weights, int from, int to) {
        long all = 0;
        for (int place = from; place < to; place++) {
            all += weights[place];
        }
        long pick = below(label, all);
        int place = from;
        for (long sum = weights[from]; sum <= pick; sum += weights[place]) {
            place++;
        }
        return place;
    }
}
