package org.commensal.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a long list is cut.
 *
 * @param page from 0
 * @param total how many lines there are on all pages; negative where nobody counted
 * @param base the address of the list with its filters, to which the number of a page is added
 */
public record Paging(int page, int size, int total, boolean more, String base) {

    /** The number of a page as it was asked for; the first for anything that is none. */
    public static int number(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** The number of the last page of a list of so many lines. */
    public static int last(int total, int size) {
        return Math.max(0, (total - 1) / size);
    }

    public Optional<String> before() {
        return page == 0 ? Optional.empty() : Optional.of(base + (page - 1));
    }

    public Optional<String> after() {
        return more ? Optional.of(base + (page + 1)) : Optional.empty();
    }

    /** This page, and where it is empty because the list ends before it, the last one that is not. */
    public static int within(int page, int size, int total) {
        return Math.min(page, last(total, size));
    }

    /** Number of the first line shown, from 1. */
    public int first() {
        return page * size + 1;
    }

    public int last() {
        return Math.min(total, (page + 1) * size);
    }
}
