package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of a device may be wrong; how far is seen when it sends. */
class SubmissionTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest(name = "filled in {0}, sent {1}")
    @CsvSource({
        "2026-11-20T20:00:00Z, 2026-11-23T08:00:00Z, 2026-11-20T20:00:00Z", // right, three days without a network
        "2026-11-20T21:00:00Z, 2026-11-23T09:00:00Z, 2026-11-20T20:00:00Z", // an hour fast
        "2020-01-01T00:00:00Z, 2020-01-01T00:30:00Z, 2026-11-23T07:30:00Z", // a dead battery
        "2026-11-20T20:00:00Z,                     , 2026-11-20T20:00:00Z", // not said: believed
    })
    void whenItWasFilledInIsCorrectedByWhatTheClockWasOff(Instant filledIn, Instant sent, Instant really) {
        assertThat(submission(filledIn, sent, null).filledIn(RECEIVED)).isEqualTo(really);
    }

    @ParameterizedTest(name = "{0} in {3} is {4}")
    @CsvSource({
        // summer time ends in Amsterdam: the hour from 2 to 3 comes twice, and the day has 25 hours
        "2026-10-24T21:59:00Z,,, Europe/Amsterdam, 2026-10-24",
        "2026-10-24T22:00:00Z,,, Europe/Amsterdam, 2026-10-25",
        "2026-10-25T00:30:00Z,,, Europe/Amsterdam, 2026-10-25",
        "2026-10-25T01:30:00Z,,, Europe/Amsterdam, 2026-10-25",
        "2026-10-25T22:59:00Z,,, Europe/Amsterdam, 2026-10-25",
        "2026-10-25T23:00:00Z,,, Europe/Amsterdam, 2026-10-26",
        // summer time begins: the hour from 2 to 3 is not there, and the day has 23 hours
        "2026-03-28T22:59:00Z,,, Europe/Amsterdam, 2026-03-28",
        "2026-03-28T23:00:00Z,,, Europe/Amsterdam, 2026-03-29",
        "2026-03-29T21:59:00Z,,, Europe/Amsterdam, 2026-03-29",
        "2026-03-29T22:00:00Z,,, Europe/Amsterdam, 2026-03-30",
        // midnight, and a phone that says nothing of its zone, which is that of the study
        "2026-11-22T22:59:59Z,,, , 2026-11-22",
        "2026-11-22T23:00:00Z,,, , 2026-11-23",
        // a phone 40 minutes fast, whose own date is the next one already
        "2026-11-22T23:10:00Z, 2026-11-23T08:40:00Z, 2026-11-23T08:00:00Z, Europe/Amsterdam, 2026-11-22",
        // 40 minutes slow
        "2026-11-22T22:30:00Z, 2026-11-23T07:20:00Z, 2026-11-23T08:00:00Z, Europe/Amsterdam, 2026-11-23",
        // a traveller: the morning in Tokyo is the evening before in Amsterdam, the evening in Lima the next day
        "2026-11-22T22:00:00Z,,, Asia/Tokyo, 2026-11-23",
        "2026-11-23T02:00:00Z,,, America/Lima, 2026-11-22",
    })
    void theDayIsThatOfThePerson(Instant filledIn, Instant sent, Instant received, ZoneId zone, LocalDate day) {
        Instant arrived = received == null ? RECEIVED : received;

        assertThat(submission(filledIn, sent, zone).day(arrived, ZoneId.of("Europe/Amsterdam")))
                .isEqualTo(day);
    }

    private static Submission submission(Instant filledIn, @Nullable Instant sent, @Nullable ZoneId zone) {
        return new Submission(
                UUID.randomUUID(),
                "diary/2026-11-20",
                Map.of(),
                Language.NL,
                filledIn,
                Optional.ofNullable(sent),
                Optional.ofNullable(zone),
                Optional.empty());
    }
}
