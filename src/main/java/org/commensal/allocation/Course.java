package org.commensal.allocation;

/**
 * One stream of a scheme as it runs: of those allocated so far, as much as the next weights depend on.
 *
 * <p>Each participant is asked for by {@link #weights} and then told by {@link #allocated}. Production, replay,
 * simulation and exact figures all run through this, so what was simulated is what is drawn and what is verified. A
 * course belongs to one thread.
 */
public interface Course {

    /**
     * The weights of the arms for the next participant, in the order of the design, none negative and not all zero; a
     * weight divided by their sum is the probability. The array is only lent: it holds until this course is used again
     * and must not be changed.
     *
     * @param levels place of the participant's level within each factor, in the order of the design
     * @param draw of this participant; a method may draw under labels of its own, now or when the arm is told, never
     *     under the label of the arm
     */
    long[] weights(int[] levels, Draw draw);

    /**
     * Counts one more participant.
     *
     * @param levels those that the weights were asked for
     * @param arm its place in the design, from 0
     */
    void allocated(int[] levels, int arm);

    /** The same course, which from here on runs by itself. */
    Course copy();

    /** What the future depends on: after as many participants, courses with equal states have equal futures. */
    Object state();
}
