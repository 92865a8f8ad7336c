package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Paging;
import org.commensal.web.Sorting.Heading;

/**
 * The queries of a study, as far as they were asked for.
 *
 * @param base the address of the list
 * @param sites none where there is one to see
 * @param export where the list is taken along, for those who may
 */
public record QueryList(
        String base,
        QueriesAsked asked,
        List<Choice> states,
        List<Choice> sites,
        List<Choice> forms,
        List<Choice> origins,
        List<Heading> headings,
        List<QueryLine> lines,
        Paging paging,
        Optional<String> export) {}
