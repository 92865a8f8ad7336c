package org.commensal.allocation;

import java.util.List;
import java.util.Map;

/**
 * A rule that says how likely each arm is for the next participant.
 *
 * <p>A method decides nothing itself: it turns what happened so far into exact integer weights, and one number drawn
 * below their sum decides. The same arguments give the same weights, for ever.
 */
interface AllocationMethod {

    /**
     * The weights of the arms for the next participant, in the order of the design, none negative and not all zero; a
     * weight divided by their sum is the probability.
     *
     * @param history the allocations of the stream so far, in sequence
     * @param levels of the participant, one for each factor
     * @param draws of this participant; a method may draw under labels of its own, never under {@link Draws#ARM}
     */
    List<Long> weights(List<Allocation> history, Map<String, String> levels, Draws draws);

    /** Whether each combination of factor levels has a stream of its own; otherwise the scheme has one stream. */
    boolean stratifies();

    /** Every setting by its key, those left to their default included, for {@link CanonicalJson}. */
    Map<String, Object> settings();
}
