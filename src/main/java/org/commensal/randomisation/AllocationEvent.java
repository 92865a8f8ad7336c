package org.commensal.randomisation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.allocation.OutsideStreams.Way;

/**
 * Something that is to be known of an allocation that stands: allocations are never edited, removed or used again.
 *
 * @param level of a corrected factor; empty for every other event, as is {@code factor}
 * @param by the name of who recorded it
 */
public record AllocationEvent(Kind kind, String factor, String level, String reason, String by, Instant at) {

    /** What can be recorded of an allocation. */
    public enum Kind {
        /** Should not have been randomised; stays in the trial, and the allocation stays used. */
        RANDOMISED_IN_ERROR,
        /** A factor was wrong: the allocation stands, and the right level is kept beside the one that was used. */
        STRATUM_CORRECTED,
        /** Never began the intervention; stays in the intention-to-treat population. */
        WITHDRAWN_BEFORE_START;

        /** As the audit trail and the API write it: {@code randomised-in-error}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The factor levels of a participant, as they were used and as they should have been, and all that was recorded.
     *
     * @param scheme the version of the study whose scheme allocated
     * @param way how the participant came to the arm; never to which
     * @param randomised every factor with the level that the allocation used
     * @param corrected the factors that were corrected, each with the latest level
     * @param events the first first
     */
    public record History(
            String scheme,
            Way way,
            Map<String, String> randomised,
            Map<String, String> corrected,
            List<AllocationEvent> events) {

        static History of(String scheme, Way way, Map<String, String> randomised, List<AllocationEvent> events) {
            Map<String, String> corrected = new TreeMap<>();
            events.stream()
                    .filter(event -> event.kind() == Kind.STRATUM_CORRECTED)
                    .forEach(event -> corrected.put(event.factor(), event.level()));
            return new History(scheme, way, new TreeMap<>(randomised), corrected, List.copyOf(events));
        }

        /** The level that is known to be right. */
        String level(String factor) {
            return corrected.getOrDefault(factor, randomised.getOrDefault(factor, ""));
        }
    }

    /** Whether this says what another says, whoever said it and when. */
    boolean says(AllocationEvent other) {
        return kind == other.kind
                && factor.equals(other.factor)
                && level.equals(other.level)
                && reason.equals(other.reason);
    }
}
