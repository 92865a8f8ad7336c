package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The block and responder vectors of the study's definitions. */
class DayCountTest {

    @Test
    void isACountOfDaysAmongDays() {
        assertThatThrownBy(() -> new DayCount(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayCount(-1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DayCount(1, 28).isResponse(0, new DayCount(8, 28)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/definitions/blocks.csv", numLinesToSkip = 1)
    void isARateAndIsValidOrNot(
            int days,
            int completed,
            @Nullable BigDecimal per28,
            boolean baseline,
            boolean followUp,
            boolean compliant) {
        DayCount count = new DayCount(days, completed);
        Value rate = count.per28Days();

        assertThat(rate instanceof Value.Num number ? number.value().setScale(4, RoundingMode.HALF_UP) : null)
                .isEqualTo(per28);
        assertThat(count.isValidBaseline()).isEqualTo(baseline);
        assertThat(count.isValidFollowUp()).isEqualTo(followUp);
        assertThat(Adherence.keptDiary(completed, DayCount.MONTH)).isEqualTo(compliant);
        assertThat(DayCount.of("migraine-day", Days.block(days, completed))).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/definitions/responders.csv", numLinesToSkip = 1)
    void isAResponseExactly(int percent, int days, int of, int baselineDays, int baselineOf, String response) {
        assertThat(new DayCount(days, of).isResponse(percent, new DayCount(baselineDays, baselineOf)))
                .isEqualTo(Days.truth(response));
    }

    @Test
    void withdrawalInABlockCountsTheDaysInTheStudy() {
        assertThat(Adherence.keptDiary(8, 10)).isTrue();
        assertThat(Adherence.keptDiary(7, 10)).isFalse();
        assertThat(Adherence.keptDiary(0, 0)).isFalse();
    }

    @Test
    void chronicMigraineNeedsFifteenHeadacheDaysAndEightMigraineDays() {
        DayCount eight = new DayCount(8, 28);
        Value chronic = ChronicMigraine.band(new DayCount(15, 28), eight);

        assertThat(chronic).isEqualTo(Kleene.TRUE);
        assertThat(ChronicMigraine.band(new DayCount(14, 28), eight)).isEqualTo(Kleene.FALSE);
        assertThat(ChronicMigraine.band(new DayCount(15, 28), new DayCount(7, 28)))
                .isEqualTo(Kleene.FALSE);
        assertThat(ChronicMigraine.band(new DayCount(13, 13), new DayCount(8, 13)))
                .isEqualTo(Kleene.UNKNOWN);
        assertThat(ChronicMigraine.becomesEpisodic(chronic, new DayCount(14, 28)))
                .isEqualTo(Kleene.TRUE);
        assertThat(ChronicMigraine.becomesEpisodic(chronic, new DayCount(15, 28)))
                .isEqualTo(Kleene.FALSE);
        assertThat(ChronicMigraine.becomesEpisodic(Kleene.FALSE, new DayCount(2, 28)))
                .isEqualTo(Kleene.FALSE);
    }
}
