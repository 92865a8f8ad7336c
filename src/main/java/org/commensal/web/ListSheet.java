package org.commensal.web;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Sorting.Heading;

/**
 * What stands around the table of a short list.
 *
 * @param base the address of the page
 * @param states what the list can be narrowed to, by code
 * @param sites none where there is one to see
 * @param export where the list is taken along, for those who may
 */
public record ListSheet(
        String base,
        String state,
        String site,
        String sort,
        List<Pair> states,
        List<SiteChoice> sites,
        List<Heading> headings,
        Optional<String> export) {

    /** Whether some lines may be left out. */
    public boolean narrows() {
        return !(state.isEmpty() && site.isEmpty());
    }
}
