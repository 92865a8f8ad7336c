package org.commensal.web;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which column the reader of a table wants it sorted, as an address says it: {@code enrolled}, or {@code -enrolled} for
 * the last first.
 */
public record Sorting(String column, boolean descending) {

    /** The heading of a column; where the table can be sorted by it, with the address that does, the other way round once it is. */
    public record Heading(String label, Optional<String> href, Optional<String> sorted) {}

    /** What was asked for; the usual one where it is no column that can be sorted by. */
    public static Sorting of(@Nullable String asked, Collection<String> columns, Sorting usual) {
        return Optional.ofNullable(asked)
                .map(text -> new Sorting(text.replaceFirst("^-", ""), text.startsWith("-")))
                .filter(sorting -> columns.contains(sorting.column))
                .orElse(usual);
    }

    public String written() {
        return (descending ? "-" : "") + column;
    }

    /** @param base the address of the table, to which the sorting is added */
    public Heading heading(String of, String label, String base) {
        boolean here = of.equals(column);
        Sorting next = new Sorting(of, here && !descending);
        return new Heading(
                label,
                Optional.of(base + next.written()),
                here ? Optional.of(descending ? "descending" : "ascending") : Optional.empty());
    }

    /** The heading of a column that the table is not sorted by. */
    public static Heading plain(String label) {
        return new Heading(label, Optional.empty(), Optional.empty());
    }
}
