package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.Language;
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
        Submission submission = new Submission(
                UUID.randomUUID(),
                "diary/2026-11-20",
                Map.of(),
                Language.NL,
                filledIn,
                Optional.ofNullable(sent),
                Optional.empty(),
                Optional.empty());

        assertThat(submission.filledIn(RECEIVED)).isEqualTo(really);
    }
}
