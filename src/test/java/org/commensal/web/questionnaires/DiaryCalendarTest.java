package org.commensal.web.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct.Mark;
import org.commensal.questionnaires.OwnDiary.Pages;
import org.commensal.web.Link;
import org.commensal.web.Texts;
import org.commensal.web.questionnaires.DiaryCalendar.Day;
import org.commensal.web.questionnaires.DiaryCalendar.Look;
import org.commensal.web.questionnaires.DiaryCalendar.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiaryCalendarTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final List<Mark> MARKS = List.of(
            new Mark("headache", new Text("Headache", "Hoofdpijn"), Expression.parse("headache")),
            new Mark("aura", new Text("Aura", "Aura"), Expression.parse("aura")));
    private static final Pages PAGES = new Pages(
            MARKS,
            new TreeMap<>(Map.of(
                    LocalDate.parse("2026-09-30"), List.of("aura"),
                    LocalDate.parse("2026-11-01"), List.of("headache", "aura"),
                    LocalDate.parse("2026-11-22"), List.of(),
                    LocalDate.parse("2026-11-23"), List.of("headache"))));

    @Test
    void aDaySaysWhatWasAnsweredAndNoMore() {
        Map<Integer, Day> days = days(calendar(""));

        assertThat(days).hasSize(30);
        assertThat(days.get(1)).isEqualTo(new Day(1, Look.FILLED, false, "Headache, Aura", List.of(1, 2)));
        assertThat(days.get(21)).isEqualTo(new Day(21, Look.EMPTY, false, "not filled in", List.of()));
        assertThat(days.get(22)).isEqualTo(new Day(22, Look.FILLED, false, "filled in", List.of()));
        assertThat(days.get(24)).isEqualTo(new Day(24, Look.EMPTY, true, "not filled in", List.of()));
        assertThat(days.get(25)).isEqualTo(new Day(25, Look.OUTSIDE, false, "", List.of()));
    }

    @Test
    void beforeTheDiaryBeganNothingIsMissing() {
        Map<Integer, Day> days = days(calendar("2026-09"));

        assertThat(days.get(29)).isEqualTo(new Day(29, Look.OUTSIDE, false, "", List.of()));
        assertThat(days(calendar("2026-10")).values()).allMatch(day -> day.look() == Look.EMPTY);
    }

    @Test
    void monthsAreCountedNewestFirst() {
        assertThat(calendar("").counts().get(0).months())
                .containsExactly(
                        new Month("Nov 2026", 2, 3, "2 of 3 days filled in"),
                        new Month("Oct 2026", 0, 0, "0 of 0 days filled in"),
                        new Month("Sept 2026", 0, 1, "0 of 1 days filled in"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',      November 2026,  /own-diary?month=2026-10, ",
        "2026-10, October 2026,   /own-diary?month=2026-09, /own-diary?month=2026-11",
        "2026-09, September 2026, ,                         /own-diary?month=2026-10",
        "1999-01, September 2026, ,                         /own-diary?month=2026-10",
        "9999-12, November 2026,  /own-diary?month=2026-10, ",
    })
    void goesNoFartherThanTheDiary(String asked, String month, String earlier, String later) {
        DiaryCalendar calendar = calendar(asked);

        assertThat(calendar.month()).isEqualTo(month);
        assertThat(calendar.earlier().map(Link::href)).isEqualTo(Optional.ofNullable(earlier));
        assertThat(calendar.later().map(Link::href)).isEqualTo(Optional.ofNullable(later));
    }

    @Test
    void anEmptyDiaryIsTheMonthOfToday() {
        DiaryCalendar calendar = DiaryCalendar.of(new Pages(MARKS, new TreeMap<>()), Optional.empty(), TODAY, TEXTS);

        assertThat(calendar.month()).isEqualTo("November 2026");
        assertThat(days(calendar).values()).allMatch(day -> day.look() == Look.OUTSIDE);
    }

    /** Whoever travelled west may have answered a day that has not come yet where they are now. */
    @Test
    void aDayThatIsAheadIsShownWhereItWasFilledIn() {
        Pages pages = new Pages(MARKS, new TreeMap<>(Map.of(LocalDate.parse("2026-12-01"), List.of("aura"))));

        DiaryCalendar calendar = DiaryCalendar.of(pages, Optional.empty(), LocalDate.parse("2026-11-30"), TEXTS);

        assertThat(calendar.month()).isEqualTo("December 2026");
        assertThat(days(calendar)).extractingByKey(1).extracting(Day::look).isEqualTo(Look.FILLED);
    }

    private static DiaryCalendar calendar(String asked) {
        return DiaryCalendar.of(
                PAGES, Optional.of(asked).filter(month -> !month.isEmpty()).map(YearMonth::parse), TODAY, TEXTS);
    }

    private static Map<Integer, Day> days(DiaryCalendar calendar) {
        Map<Integer, Day> days = new TreeMap<>();
        calendar.weeks().stream()
                .flatMap(List::stream)
                .filter(day -> day.look() != Look.ELSEWHERE)
                .forEach(day -> days.put(day.number(), day));
        return days;
    }
}
