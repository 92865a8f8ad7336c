package org.commensal.questionnaires;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commensal.instrument.Answers;

/**
 * Answers that came from a phone without a network and could not be the response: the task had been answered before, or
 * its data were frozen.
 *
 * @param task its key, or the code of an event whose occurrence has no number yet
 * @param version of the study on which it was filled in, and by which it is read
 * @param stands the response that stood when this one came; none where the data were frozen before there was one
 * @param filledIn when, corrected by how far the clock of the device was off
 */
public record SecondAnswer(
        UUID id,
        String version,
        String form,
        String task,
        Optional<UUID> stands,
        Instant filledIn,
        Instant received,
        Answers answers) {}
