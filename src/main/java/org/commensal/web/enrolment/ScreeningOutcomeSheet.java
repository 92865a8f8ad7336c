package org.commensal.web.enrolment;

import java.util.List;
import org.commensal.web.Done;
import org.commensal.web.Pair;

/**
 * What is known when an outcome of a screening is recorded.
 *
 * @param unmet the criteria that are not met as things are now
 * @param recorded what was recorded before, the first first
 * @param kinds to choose from: code and words
 */
public record ScreeningOutcomeSheet(
        String code, String base, List<String> unmet, List<Done> recorded, List<Pair> kinds) {}
