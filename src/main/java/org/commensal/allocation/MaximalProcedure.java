package org.commensal.allocation;

import java.util.List;
import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * The maximal procedure: every sequence of the planned length in which no arm is ever more than a limit ahead is equally
 * likely (Berger, Ivanova and Knoll, Minimizing predictability while retaining balance through the use of less
 * restrictive randomization procedures, Statistics in Medicine 2003;22:3017).
 *
 * <p>The weight of an arm is the number of sequences that go on with it (Salama, Ivanova and Plamadeala, Efficient
 * generation of constrained block allocation sequences, Statistics in Medicine 2008;27:1421). Where a stream grows past
 * the planned length, a new sequence begins. Draws nothing of its own.
 *
 * @param limit in participants of an arm of share 1
 * @param length of a sequence, as planned for each stream
 * @param free whether a sequence may end unbalanced; otherwise it ends with each arm exactly at its share
 * @param root where every sequence begins
 */
record MaximalProcedure(Design design, int limit, int length, boolean free, Paths.Node root)
        implements AllocationMethod {

    private static final String LENGTH = "length";
    private static final String END = "end";
    private static final String BALANCED = "balanced";
    private static final String FREE = "free";

    static MaximalProcedure read(Design design, Settings settings) {
        int limit = settings.integer(BigStick.KEY, 1, BigStick.LARGEST);
        int length = settings.integer(LENGTH, 1, 1_000);
        boolean free = settings.oneOf(END, List.of(BALANCED, FREE), BALANCED).equals(FREE);
        Paths paths = new Paths(design, limit, free);
        int longest = paths.longest(length);
        if (!free && length % design.total() != 0) {
            settings.fault(
                    LENGTH,
                    "A sequence of " + length + " cannot end balanced.",
                    "Write a multiple of " + design.total() + ", or end: free.");
        } else if (longest < length) {
            settings.fault(
                    LENGTH,
                    "There are more sequences of " + length + " than can be counted exactly (2^53).",
                    "Write at most " + longest + ", after which a new sequence begins, or a smaller limit.");
        }
        return new MaximalProcedure(design, limit, length, free, paths.root(longest < length ? 0 : length));
    }

    @Override
    public Course begin() {
        return new Walk(root);
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(BigStick.KEY, limit, LENGTH, length, END, free ? FREE : BALANCED);
    }

    /** One sequence after another. */
    private final class Walk implements Course {

        private Paths.Node at;

        Walk(Paths.Node at) {
            this.at = at;
        }

        @Override
        public long[] weights(int[] levels, Draw draw) {
            return at.ways;
        }

        @Override
        public void allocated(int[] levels, int arm) {
            if (at.ways[arm] == 0) {
                throw new IllegalArgumentException("an allocation is to an arm that no sequence goes on with");
            }
            at = at.next[arm];
            if (at.last()) {
                at = root;
            }
        }

        @Override
        public Course copy() {
            return new Walk(at);
        }

        @Override
        public Object state() {
            return at;
        }
    }
}
