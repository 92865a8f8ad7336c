package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void thereIsNoneBeforeThereIsEnoughToGoBy() {
        assertThat(Forecast.of(days(2), TODAY.minusDays(100), TODAY, 50)).isEmpty();
        assertThat(Forecast.of(days(10), TODAY.minusDays(12), TODAY, 50)).isEmpty();
    }

    @Test
    void thereIsNoneOnceTheTargetIsReached() {
        assertThat(Forecast.of(days(10), TODAY.minusDays(100), TODAY, 10)).isEmpty();
    }

    @Test
    void atTheRateOfLatelyTheRestTakesAboutAsLongAsItTook() {
        Forecast forecast =
                Forecast.of(days(56), TODAY.minusDays(200), TODAY, 112).orElseThrow();

        assertThat((double) ChronoUnit.DAYS.between(TODAY, forecast.likely())).isCloseTo(56, within(2.0));
        assertThat(forecast.early()).isBefore(forecast.likely());
        assertThat(forecast.late()).isAfter(forecast.likely());
    }

    /** For one more after k in T the time is above t with probability (T / (T + t)) to the power k + 1/2. */
    @Test
    void theIntervalOfTheNextOneIsThatOfTheGammaPoissonModel() {
        Forecast forecast = Forecast.of(days(4), TODAY.minusDays(200), TODAY, 5).orElseThrow();

        double late = 56 * (Math.pow(0.1, -1 / 4.5) - 1);
        assertThat((double) ChronoUnit.DAYS.between(TODAY, forecast.late())).isCloseTo(late, within(0.5));
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        List<LocalDate> before = Collections.nCopies(300, TODAY.minusDays(57));

        assertThat(Forecast.of(before, TODAY.minusDays(200), TODAY, 400)).isEmpty();
    }

    /** One a day, the last one today. */
    private static List<LocalDate> days(int count) {
        return IntStream.range(0, count).mapToObj(TODAY::minusDays).sorted().toList();
    }
}
