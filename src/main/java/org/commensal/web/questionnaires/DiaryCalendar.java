package org.commensal.web.questionnaires;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.protocol.Conduct.Mark;
import org.commensal.questionnaires.OwnDiary.Pages;
import org.commensal.web.Link;
import org.commensal.web.Texts;

/**
 * A month of a diary, and every month of it counted, for the participant who keeps it.
 *
 * @param earlier and {@code later}: where the months before and after it are; empty at the ends of the diary
 * @param weekdays heads of the columns, Monday first
 * @param weeks of seven days each
 * @param counts of each mark
 */
public record DiaryCalendar(
        String month,
        Optional<Link> earlier,
        Optional<Link> later,
        List<String> weekdays,
        List<List<Day>> weeks,
        List<Count> counts) {

    private static final int WEEK = 7;

    /** How a day looks. */
    public enum Look {
        FILLED,
        EMPTY,
        /** Before the diary begins, or still to come. */
        OUTSIDE,
        /** Of another month. */
        ELSEWHERE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param words all that the day shows
     * @param marks their places in the order of the study
     */
    public record Day(int number, Look look, boolean today, String words, List<Integer> marks) {}

    /** @param place of the mark in the order of the study */
    public record Count(int place, String name, List<Month> months) {}

    /** @param filled on how many days of the month the diary was filled in */
    public record Month(String month, int days, int filled, String words) {}

    /** @param asked the month that is asked for; the nearest of the diary where it has none */
    static DiaryCalendar of(Pages pages, Optional<YearMonth> asked, LocalDate today, Texts texts) {
        SortedMap<LocalDate, List<String>> days = pages.days();
        YearMonth first = days.isEmpty() ? YearMonth.from(today) : YearMonth.from(days.firstKey());
        YearMonth last = YearMonth.from(today).isBefore(first) ? first : YearMonth.from(today);
        YearMonth month = asked.map(wanted -> wanted.isBefore(first) ? first : wanted.isAfter(last) ? last : wanted)
                .orElse(last);
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<Day>> weeks = Stream.iterate(
                        monday, week -> !week.isAfter(month.atEndOfMonth()), week -> week.plusDays(WEEK))
                .map(week -> IntStream.range(0, WEEK)
                        .mapToObj(week::plusDays)
                        .map(day -> day(pages, day, month, today, texts))
                        .toList())
                .toList();
        return new DiaryCalendar(
                texts.wholeMonth(month.atDay(1)),
                Optional.of(month.minusMonths(1))
                        .filter(before -> !before.isBefore(first))
                        .map(before -> link(before, texts)),
                Optional.of(month.plusMonths(1))
                        .filter(after -> !after.isAfter(last))
                        .map(after -> link(after, texts)),
                IntStream.range(0, WEEK)
                        .mapToObj(day -> texts.dayOfWeek(monday.plusDays(day)))
                        .toList(),
                weeks,
                counts(pages, first, last, texts));
    }

    private static Link link(YearMonth month, Texts texts) {
        return new Link("/own-diary?month=" + month, texts.wholeMonth(month.atDay(1)));
    }

    private static Day day(Pages pages, LocalDate day, YearMonth month, LocalDate today, Texts texts) {
        int number = day.getDayOfMonth();
        if (!YearMonth.from(day).equals(month)) {
            return new Day(number, Look.ELSEWHERE, false, "", List.of());
        }
        boolean now = day.equals(today);
        List<String> marked = pages.days().get(day);
        if (marked == null) {
            boolean begun =
                    !pages.days().isEmpty() && !day.isBefore(pages.days().firstKey());
            return begun && !day.isAfter(today)
                    ? new Day(number, Look.EMPTY, now, texts.get("own-diary.empty"), List.of())
                    : new Day(number, Look.OUTSIDE, now, "", List.of());
        }
        List<Integer> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Mark mark : pages.marks()) {
            if (marked.contains(mark.code())) {
                places.add(pages.marks().indexOf(mark) + 1);
                names.add(texts.in(mark.name()));
            }
        }
        String words = names.isEmpty() ? texts.get("own-diary.filled") : String.join(", ", names);
        return new Day(number, Look.FILLED, now, words, places);
    }

    private static List<Count> counts(Pages pages, YearMonth first, YearMonth last, Texts texts) {
        List<YearMonth> months = Stream.iterate(last, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .toList();
        return pages.marks().stream()
                .map(mark -> new Count(
                        pages.marks().indexOf(mark) + 1,
                        texts.in(mark.name()),
                        months.stream()
                                .map(month -> month(pages, mark, month, texts))
                                .toList()))
                .toList();
    }

    private static Month month(Pages pages, Mark mark, YearMonth month, Texts texts) {
        SortedMap<LocalDate, List<String>> days =
                pages.days().subMap(month.atDay(1), month.plusMonths(1).atDay(1));
        int marked = (int) days.values().stream()
                .filter(marks -> marks.contains(mark.code()))
                .count();
        return new Month(
                texts.month(month.atDay(1)), marked, days.size(), texts.get("own-diary.count", marked, days.size()));
    }
}
