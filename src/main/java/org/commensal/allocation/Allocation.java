package org.commensal.allocation;

import java.util.List;
import java.util.Map;

/**
 * One allocation as the ledger keeps it: all that is needed, with the seed, to compute it again.
 *
 * @param stream the stratum key whose stream was drawn from
 * @param sequence place in the stream, from 1 without gaps
 * @param levels the factor levels of the participant, as they were when randomised
 * @param weights of the arms in the order of the scheme; their sum is the denominator
 * @param pick the number drawn, at least 0 and below the sum of the weights
 * @param draws how many 64-bit words the pick consumed
 */
public record Allocation(
        String stream,
        int sequence,
        Map<String, String> levels,
        List<Long> weights,
        long pick,
        int draws,
        ArmCode arm) {

    public Allocation {
        levels = Map.copyOf(levels);
        weights = List.copyOf(weights);
    }
}
