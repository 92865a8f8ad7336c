package org.commensal.questionnaires;

import java.time.Instant;
import java.util.UUID;
import org.commensal.instrument.Answers;

/**
 * Answers to a task that had been answered before, kept beside the response that stands.
 *
 * @param version of the study on which it was filled in, and by which it is read
 * @param stands the response that stood when this one came
 * @param filledIn when, corrected by how far the clock of the device was off
 */
public record SecondAnswer(
        UUID id,
        String version,
        String form,
        String task,
        UUID stands,
        Instant filledIn,
        Instant received,
        Answers answers) {}
