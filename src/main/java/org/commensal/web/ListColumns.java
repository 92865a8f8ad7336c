package org.commensal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a list can be narrowed to and sorted by, where it is short enough to be narrowed and sorted after it was read.
 *
 * @param state of a line, by its code
 * @param site of a line, by its code; empty where it has none
 * @param orders by the name of the column; those that are equal by it stay as they were
 * @param usual how it is sorted unasked
 */
public record ListColumns<T>(
        Function<T, String> state, Function<T, String> site, Map<String, Comparator<T>> orders, Sorting usual) {

    Sorting sorting(ListAsked asked) {
        return Sorting.of(asked.sort, orders.keySet(), usual);
    }

    /** Those lines that are asked for, in the order that is asked for. */
    public List<T> of(List<T> all, ListAsked asked) {
        Sorting sorting = sorting(asked);
        Comparator<T> order = orders.getOrDefault(sorting.column(), (one, other) -> 0);
        return all.stream()
                .filter(line -> asked.state.isEmpty() || state.apply(line).equals(asked.state))
                .filter(line -> asked.site.isEmpty() || site.apply(line).equals(asked.site))
                .sorted(sorting.descending() ? order.reversed() : order)
                .toList();
    }
}
