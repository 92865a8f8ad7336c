package org.commensal.quality;

import java.util.Optional;
import java.util.Set;
import org.commensal.quality.DataQuery.State;

/**
 * What a list of queries is narrowed by; empty takes everything.
 *
 * @param participant a part of the code
 * @param byRule whether a rule of the protocol raised it, or a person
 */
public record QueryFilter(
        Set<State> states,
        Optional<String> site,
        Optional<String> participant,
        Optional<String> form,
        Optional<Boolean> byRule) {

    public static QueryFilter of(State... states) {
        return new QueryFilter(Set.of(states), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
