package org.commensal.questionnaires;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.kernel.Language;

/**
 * A filled-in questionnaire on its way in.
 *
 * @param id made by the device that it was filled in on, so that sending it twice is harmless
 * @param task its key; the code of an event reports another occurrence, which gets the next number
 * @param version of the study that was filled in; the one that the site works with where it does not say
 * @param answers by item code, as they came: text, number, true or false, a list, or {@code null} where skipped
 * @param filledInAt by the clock of the device
 * @param sentAt by the same clock, when it was sent; the difference with our clock corrects {@code filledInAt}
 * @param confirmed the codes of unusual answers that somebody looked at again and found right
 * @param zone where the device was; the study's own where it does not say
 */
public record Submission(
        UUID id,
        String task,
        Optional<String> version,
        Map<String, Object> answers,
        Set<String> confirmed,
        Language language,
        Instant filledInAt,
        Optional<Instant> sentAt,
        Optional<ZoneId> zone,
        Optional<Correction> correction) {

    /** On the version that the site works with, and without an unusual answer, or with one that nobody confirmed. */
    public Submission(
            UUID id,
            String task,
            Map<String, Object> answers,
            Language language,
            Instant filledInAt,
            Optional<Instant> sentAt,
            Optional<ZoneId> zone,
            Optional<Correction> correction) {
        this(id, task, Optional.empty(), answers, Set.of(), language, filledInAt, sentAt, zone, correction);
    }

    /**
     * @param corrects the response that is corrected, the newest of its task
     * @param reason why
     */
    public record Correction(UUID corrects, String reason) {}

    /**
     * The day it was filled in where the person was, by our clock: by this a diary day is open or locked.
     *
     * @param usual the zone of the study, where the device does not say where it was
     */
    LocalDate day(Instant received, ZoneId usual) {
        return filledIn(received).atZone(zone.orElse(usual)).toLocalDate();
    }

    /** When it was filled in, by our clock. */
    Instant filledIn(Instant received) {
        Duration offset = sentAt.map(sent -> Duration.between(sent, received)).orElse(Duration.ZERO);
        return filledInAt.plus(offset);
    }
}
