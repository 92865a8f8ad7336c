package org.commensal.allocation;

/** Where a method gets a number from: the sealed seed, a simulation's own generator, or the script of an enumeration. */
public interface Draw {

    /**
     * A number drawn uniformly, at least 0 and below {@code bound}.
     *
     * @param label what is drawn; for one participant, each label is independent of every other
     */
    long below(String label, long bound);
}
