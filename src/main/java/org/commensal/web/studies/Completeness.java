package org.commensal.web.studies;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.ParticipantProgress.DiaryDays;
import org.commensal.web.Texts;

/**
 * Which share of the diary days of a week was filled in, by site. The days before today count; today counts once it is
 * filled in.
 *
 * @param weeks the headings, oldest first
 */
public record Completeness(List<String> weeks, List<Row> rows) {

    private static final int WEEKS = 8;

    public record Row(String site, int randomised, List<Cell> cells) {}

    /** Diary days that were due, and those of them that were filled in. */
    public record Cell(int filledIn, int due) {

        /** In whole per cent, rounded down, so that 100 means every day; negative where none was due. */
        public int percent() {
            return due == 0 ? -1 : 100 * filledIn / due;
        }

        /** 0 where nothing was due; 1 below 70, 2 from 70, 3 from 80, 4 from 90 per cent. */
        public int heat() {
            if (due == 0) {
                return 0;
            }
            return percent() < 70 ? 1 : Math.min(4, (percent() - 70) / 10 + 2);
        }
    }

    /** The last eight ISO weeks up to the one of {@code today}, for each site with participants. */
    static Completeness of(Study study, List<ParticipantProgress> all, LocalDate today, Texts texts) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> weeks = Stream.iterate(monday.minusWeeks(WEEKS - 1), week -> week.plusWeeks(1))
                .limit(WEEKS)
                .toList();
        List<Row> rows = study.sites().stream()
                .map(site -> row(site, at(site, all), weeks, today))
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.due() > 0))
                .toList();
        List<String> headings = weeks.stream()
                .map(week -> texts.get("overview.week", week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                .toList();
        return new Completeness(headings, rows);
    }

    /** The days from so many days ago until so many, both included. */
    static Cell between(List<ParticipantProgress> all, int from, int to) {
        int filledIn = 0;
        int due = 0;
        for (ParticipantProgress each : all) {
            for (DiaryDays diary : each.diaries()) {
                filledIn += diary.filledIn(from, to);
                due += diary.due(from, to);
            }
        }
        return new Cell(filledIn, due);
    }

    private static Row row(Study.Site site, List<ParticipantProgress> here, List<LocalDate> weeks, LocalDate today) {
        int randomised = (int) here.stream()
                .filter(each -> each.participant().reached(Stage.RANDOMISED))
                .count();
        List<Cell> cells = weeks.stream()
                .map(week -> (int) ChronoUnit.DAYS.between(week, today))
                .map(ago -> between(here, ago, ago - 6))
                .toList();
        return new Row(site.name(), randomised, cells);
    }

    private static List<ParticipantProgress> at(Study.Site site, List<ParticipantProgress> all) {
        return all.stream()
                .filter(each -> each.participant().site().equals(site.code()))
                .toList();
    }
}
