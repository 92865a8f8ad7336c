package org.commensal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.commensal.web.Sorting.Heading;
import org.jspecify.annotations.Nullable;

/** What an address asks of a short list: a state, a site, and a column to sort by. */
public class ListAsked {

    @QueryParam("state")
    @DefaultValue("")
    String state = "";

    @QueryParam("site")
    @DefaultValue("")
    String site = "";

    @QueryParam("sort")
    @Nullable
    String sort;

    /**
     * What stands around the table.
     *
     * @param base the address of the page; that of the file is the same with {@code .csv}
     * @param headings the name of each column and its label; a name by which the list cannot be sorted is a plain heading
     * @param sites those that the reader may see
     * @param exports whether the reader may take the list along
     */
    public ListSheet sheet(
            String base,
            ListColumns<?> columns,
            List<Pair> headings,
            List<Pair> states,
            List<SiteChoice> sites,
            boolean exports) {
        Sorting sorting = columns.sorting(this);
        return new ListSheet(
                base,
                state,
                site,
                sorting.written(),
                states,
                sites.size() > 1 ? sites : List.of(),
                headings.stream()
                        .map(heading -> heading(heading, columns, sorting, base))
                        .toList(),
                exports ? Optional.of(unsorted(base + ".csv") + sorting.written()) : Optional.empty());
    }

    private Heading heading(Pair heading, ListColumns<?> columns, Sorting sorting, String base) {
        return columns.orders().containsKey(heading.name())
                ? sorting.heading(heading.name(), heading.value(), unsorted(base))
                : Sorting.plain(heading.value());
    }

    /** The list as it is asked for, with a sorting that is still to be added. */
    private String unsorted(String path) {
        return UriBuilder.fromPath(path)
                .queryParam("state", "{state}")
                .queryParam("site", "{site}")
                .queryParam("sort", "")
                .build(state, site)
                .toString();
    }
}
