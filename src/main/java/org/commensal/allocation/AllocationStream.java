package org.commensal.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One stream of a scheme and a seed, as far as it has been allocated. */
public final class AllocationStream {

    private final String name;
    private final Design design;
    private final Course course;
    private final byte[] key;
    private int taken;

    AllocationStream(String name, Design design, Course course, byte[] key) {
        this.name = name;
        this.design = design;
        this.course = course;
        this.key = key;
    }

    /** The place of the next participant, from 1. */
    public int sequence() {
        return taken + 1;
    }

    /** The allocation of a participant with these levels, were it the next; it is not counted before it is added. */
    public Allocation next(Map<String, String> levels) {
        Draws draws = new Draws(key, sequence());
        long[] weights = course.weights(design.places(levels), draws);
        Draws.Drawn drawn = draws.drawn(Draws.ARM, Arrays.stream(weights).sum());
        List<Long> recorded = Arrays.stream(weights).boxed().toList();
        ArmCode arm = design.arms().get(place(drawn.value(), weights));
        return new Allocation(name, sequence(), levels, recorded, drawn.value(), drawn.words(), arm);
    }

    /**
     * Counts an allocation that was made.
     *
     * @throws IllegalArgumentException where it is of another stream or not the next of this one
     */
    public void add(Allocation made) {
        if (made.sequence() != sequence() || !made.stream().equals(name)) {
            throw new IllegalArgumentException("the history of stream " + name + " breaks at number " + sequence());
        }
        int[] levels = design.places(made.levels());
        course.weights(levels, new Draws(key, sequence()));
        course.allocated(levels, design.place(made.arm()));
        taken++;
    }

    /** The first place at which the running sum of the weights exceeds the pick. */
    static int place(long pick, long[] weights) {
        int place = 0;
        for (long sum = weights[0]; sum <= pick; sum += weights[place]) {
            place++;
        }
        return place;
    }
}
