package org.commensal.allocation;

import java.util.List;
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
    public List<Long> weights(List<Allocation> history, Map<String, String> levels, Draws draws) {
        return design.shares();
    }

    @Override
    public boolean stratifies() {
        return false;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of();
    }
}
