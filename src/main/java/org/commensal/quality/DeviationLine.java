package org.commensal.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.Deviation.Category;

/**
 * A deviation in a list: one that was recorded, or one that follows from other facts and that nobody types.
 *
 * @param id of the one that was recorded
 * @param at the moment from which the day of one that follows from facts is known
 * @param detail the description; of one that follows from facts how many forms were late, or which document was signed
 * @param event the visit whose forms were late
 */
public record DeviationLine(
        Source source,
        Optional<UUID> id,
        Optional<ParticipantCode> participant,
        String site,
        LocalDate day,
        Optional<Instant> at,
        Category category,
        boolean important,
        String detail,
        String event,
        boolean confirmed) {

    /** From what a deviation is known. */
    public enum Source {
        RECORDED,
        /** Forms of a visit were filled in after its window. */
        LATE_VISIT,
        /** It was recorded of an allocation that it should not have been made. */
        RANDOMISED_IN_ERROR,
        /** Another document was signed than the one in use at the site on that day. */
        CONSENT_VERSION
    }
}
