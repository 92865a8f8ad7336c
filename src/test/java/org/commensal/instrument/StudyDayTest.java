package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01, 0",
        "2026-02-28, 2026-03-01, -1",
        "2026-03-29, 2026-03-01, 28",
        "2026-03-30, 2026-03-01, 29",
        "2028-03-01, 2028-02-28, 2",
    })
    void countsFromRandomisationWhateverTheClocksDo(LocalDate date, LocalDate randomisation, int day) {
        assertThat(StudyDay.of(date, randomisation)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"83, false", "84, true", "91, true", "92, false", "-84, false"})
    void isInAWindowWithBothItsEnds(int day, boolean inside) {
        assertThat(StudyDay.isInWindow(day, 84, 91)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "1980-05-10, 2026-05-09, 45",
        "1980-05-10, 2026-05-10, 46",
        "2004-02-29, 2026-02-28, 21",
        "2004-02-29, 2026-03-01, 22",
        "2004-02-29, 2028-02-29, 24",
    })
    void isOfAnAgeInCompletedYears(LocalDate birth, LocalDate consent, int age) {
        assertThat(StudyDay.age(birth, consent)).isEqualTo(age);
    }
}
