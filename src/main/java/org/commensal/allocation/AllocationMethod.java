package org.commensal.allocation;

import java.util.Map;

/**
 * A rule that says how likely each arm is for the next participant.
 *
 * <p>A method decides nothing itself: its {@link Course} turns what happened so far into exact integer weights, and one
 * number drawn below their sum decides. The same participants and draws give the same weights, for ever.
 */
interface AllocationMethod {

    /** One stream before its first participant. */
    Course begin();

    /** Whether each combination of factor levels has a stream of its own; otherwise the scheme has one stream. */
    boolean stratifies();

    /** Whether the weights depend on the levels of participants within one stream. */
    default boolean balancesFactors() {
        return false;
    }

    /** Every setting by its key, for {@link CanonicalJson}. */
    Map<String, Object> settings();
}
