package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;

/**
 * Where a query is raised.
 *
 * @param base the address of the participant's page
 * @param id that the query will have, so that sending it twice raises it once
 * @param about what it is about, by its key and its name; none before that is chosen
 * @param abouts what there is to choose
 * @param items of the chosen form, each with its answer; none of what has no form
 */
public record RaiseQuerySheet(
        String code, String base, String id, Optional<Choice> about, List<Choice> abouts, List<Choice> items) {}
