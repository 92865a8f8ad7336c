package org.commensal.web.studies;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
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
    static Completeness of(Study study, Map<Participant, List<TaskState>> tasks, LocalDate today, Texts texts) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> weeks = Stream.iterate(monday.minusWeeks(WEEKS - 1), week -> week.plusWeeks(1))
                .limit(WEEKS)
                .toList();
        List<Row> rows = study.sites().stream()
                .map(site -> new Row(
                        site.name(), randomised(site.code(), tasks), cells(at(site.code(), tasks), weeks, today)))
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.due() > 0))
                .toList();
        List<String> headings = weeks.stream()
                .map(week -> texts.get("overview.week", week.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                .toList();
        return new Completeness(headings, rows);
    }

    /** The days from {@code from} until {@code to}, both included. */
    static Cell between(List<TaskState> tasks, LocalDate from, LocalDate to, LocalDate today) {
        List<TaskState> counted = tasks.stream()
                .filter(state -> state.task()
                        .day()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .filter(day -> day.isBefore(today) || state.state() == State.DONE)
                        .isPresent())
                .toList();
        long filledIn =
                counted.stream().filter(state -> state.state() == State.DONE).count();
        return new Cell((int) filledIn, counted.size());
    }

    private static List<Cell> cells(List<TaskState> tasks, List<LocalDate> weeks, LocalDate today) {
        return weeks.stream()
                .map(week -> between(tasks, week, week.plusDays(6), today))
                .toList();
    }

    private static List<TaskState> at(String site, Map<Participant, List<TaskState>> tasks) {
        return tasks.entrySet().stream()
                .filter(entry -> entry.getKey().site().equals(site))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static int randomised(String site, Map<Participant, List<TaskState>> tasks) {
        return (int) tasks.keySet().stream()
                .filter(participant -> participant.site().equals(site) && participant.reached(Stage.RANDOMISED))
                .count();
    }
}
