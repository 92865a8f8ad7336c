package org.commensal.quality;

import java.util.Optional;
import org.commensal.quality.Deviation.Category;

/**
 * What a list of deviations is narrowed by; empty takes everything.
 *
 * @param recorded whether somebody recorded it, or it follows from other facts
 * @param participant a part of the code
 */
public record DeviationFilter(
        Optional<Category> category,
        Optional<Boolean> important,
        Optional<Boolean> recorded,
        Optional<Boolean> confirmed,
        Optional<String> site,
        Optional<String> participant) {

    public static final DeviationFilter EVERYTHING = new DeviationFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Those that somebody recorded and nobody confirmed yet. */
    public static final DeviationFilter TO_CONFIRM = new DeviationFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.of(false),
            Optional.empty(),
            Optional.empty());
}
