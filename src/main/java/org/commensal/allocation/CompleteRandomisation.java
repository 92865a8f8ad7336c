package org.commensal.allocation;

import java.util.Map;
import org.commensal.kernel.Settings;

/**
 * Complete (simple) randomisation: each participant is allocated by the allocation ratio alone, whatever came before.
 *
 * <p>No allocation can be guessed better than by its share of the ratio; nothing keeps the arms alike in size. See
 * Rosenberger and Lachin, Randomization in Clinical Trials, 2nd ed., 2016, chapter 3. Draws nothing of its own.
 */
record CompleteRandomisation(Design design) implements AllocationMethod {

    static CompleteRandomisation read(Design design, Settings settings) {
        return new CompleteRandomisation(design);
    }

    @Override
    public Course begin() {
        return new Always(design.shares());
    }

    @Override
    public boolean stratifies() {
        return false;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of();
    }

    private record Always(long[] shares) implements Course {

        @Override
        public long[] weights(int[] levels, Draw draw) {
            return shares;
        }

        @Override
        public void allocated(int[] levels, int arm) {
            // nothing that came before matters
        }

        @Override
        public Course copy() {
            return this;
        }

        @Override
        public Object state() {
            return "";
        }
    }
}
