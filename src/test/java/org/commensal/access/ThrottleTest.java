package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {

    private static final Instant LAST = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 15", "11, 30", "12, 60", "13, 120", "14, 240", "15, 300", "16, 300", "2000, 300"})
    void thePauseOfAnAccountDoublesFromTheTenthFailureOnUpToFiveMinutes(int failures, int seconds) {
        assertThat(Throttle.OF_ACCOUNT.pause(failures)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 15", "101, 30"})
    void anAddressHasAHundred(int failures, int seconds) {
        assertThat(Throttle.OF_ADDRESS.pause(failures)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "14, 1", "15, 0", "3600, 0"})
    void thePauseRunsFromTheLastFailure(int secondsLater, int left) {
        assertThat(Throttle.OF_ACCOUNT.left(10, LAST, LAST.plusSeconds(secondsLater)))
                .hasSeconds(left);
    }

    @Property
    void oneMoreFailureNeverShortensThePause(@ForAll @IntRange(max = 100_000) int failures) {
        Duration pause = Throttle.OF_ACCOUNT.pause(failures);

        assertThat(Throttle.OF_ACCOUNT.pause(failures + 1)).isGreaterThanOrEqualTo(pause);
        assertThat(pause).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }
}
