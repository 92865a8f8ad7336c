package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttacksTest {

    /** A calendar in short: {@code M} a migraine day, {@code -} none, {@code .} no entry, {@code ?} not completed. */
    static List<Answers> calendar(String days) {
        return days.chars()
                .mapToObj(day -> switch (day) {
                    case 'M' -> Days.day("h6 U P S3 A N");
                    case '-' -> Days.day("no");
                    case '?' -> Days.day("h6 U S2 N? L F?");
                    default -> Days.day("none");
                })
                .collect(Collectors.toList());
    }

    /** The day before the block stands before a bar. */
    private static Diary block(String days) {
        int bar = days.indexOf('|');
        return bar < 0
                ? new Diary(calendar(days))
                : new Diary(calendar(days.substring(0, bar)).get(0), calendar(days.substring(bar + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "----, 0",
        "MMM, 1",
        "-MM--M-, 2",
        "M.M, 2",
        "M?M, 2",
        "M-M, 2",
        ".M., 1",
        "MM?, 1",
        "M|MM-, 0",
        "M|MM-M, 1",
        "-|MM-, 1",
        ".|MM-, 1",
        "?|MM-, 1"
    })
    void isARunOfMigraineDaysThatBeginsInTheBlock(String days, int attacks) {
        assertThat(Attacks.beginning(block(days))).isEqualTo(attacks);
    }

    @Test
    void isARateOverCompletedDays() {
        Diary month = block("MM-----M------.M.M----------");

        assertThat(Attacks.per28Days(month)).isEqualTo(new DayCount(4, 26).per28Days());
        assertThat(Attacks.per28Days(block("M------------"))).isEqualTo(Value.Missing.UNKNOWN);
        assertThat(Attacks.per28Days(new Diary(Collections.nCopies(28, Days.day("no")))))
                .isEqualTo(Value.Num.of(0));
    }

    @ParameterizedTest
    @CsvSource({"M---, 0", "---M, 3", "--MM-M, 2", "M|M--M, 3", "M-.M, 0", "-.M, ?", "?M, ?", "----, ?", "'', ?"})
    void daysPassUntilTheFirstUnlessADayBeforeItIsMissing(String days, String passed) {
        assertThat(Attacks.daysToFirst(block(days)))
                .isEqualTo(passed.equals("?") ? Value.Missing.UNKNOWN : Value.Num.of(Long.parseLong(passed)));
    }
}
