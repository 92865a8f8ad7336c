package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final LocalDate DAY0 = LocalDate.of(2026, 11, 23);

    private static DiaryBlock block(String code, Anchor anchor, int first, int last, int lock) {
        return new DiaryBlock(code, Text.same(code), "diary", anchor, first, last, lock);
    }

    @Test
    void givesNothingBeforeItsAnchorIsKnown() {
        Schedule schedule = StudyReader.read(FlagshipTest.FOLDER).schedule();

        assertThat(schedule.tasks(Map.of())).isEmpty();
        assertThat(schedule.tasks(Map.of(Anchor.SCREENING, DAY0)))
                .extracting(Task::key)
                .containsExactly(
                        "SCR/screening", "SCR/history", "SCR/measurements", "SCR/medas-14", "SCR/ibs-checklist");
    }

    @Test
    void itsLastDayIsThatOfTheLastWindowAndCountsWhatHasNotBegunFromTheDayItIsTold() {
        Schedule schedule = new Schedule(
                List.of(),
                List.of(block("B0", Anchor.ENROLMENT, 0, 27, 48), block("B1", Anchor.RANDOMISATION, 0, 83, 48)));

        assertThat(schedule.lastDay(Map.of(Anchor.ENROLMENT, DAY0), DAY0.plusDays(10)))
                .isEqualTo(DAY0.plusDays(10 + 83 + 2));
        assertThat(schedule.lastDay(Map.of(Anchor.ENROLMENT, DAY0, Anchor.RANDOMISATION, DAY0.plusDays(28)), DAY0))
                .isEqualTo(DAY0.plusDays(28 + 83 + 2));
        assertThat(new Schedule(List.of(), List.of()).lastDay(Map.of(), DAY0)).isEqualTo(DAY0);
    }

    @Test
    void opensAVisitFromTheFirstToTheLastDayOfItsWindow() {
        Schedule schedule = new Schedule(
                List.of(new Visit(
                        "V2",
                        Text.same("V2"),
                        Anchor.RANDOMISATION,
                        28,
                        25,
                        31,
                        List.of(new VisitForm("pgic", FilledBy.PARTICIPANT)))),
                List.of());

        assertThat(schedule.tasks(Map.of(Anchor.RANDOMISATION, DAY0)))
                .containsExactly(new Task(
                        "V2/pgic",
                        "pgic",
                        "V2",
                        FilledBy.PARTICIPANT,
                        LocalDate.of(2026, 12, 18),
                        LocalDate.of(2026, 12, 24),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-23", "1, 2026-11-24", "24, 2026-11-24", "25, 2026-11-25", "48, 2026-11-25", "49, 2026-11-26"
    })
    void opensADiaryOnItsDayAndIsDueOnTheDayInWhichTheLockFalls(int lockAfterHours, LocalDate due) {
        Schedule schedule = new Schedule(List.of(), List.of(block("B0", Anchor.ENROLMENT, 0, 0, lockAfterHours)));

        assertThat(schedule.tasks(Map.of(Anchor.ENROLMENT, DAY0)))
                .containsExactly(new Task(
                        "diary/2026-11-23", "diary", "B0", FilledBy.PARTICIPANT, DAY0, due, Optional.of(DAY0)));
    }

    @Test
    void givesADayThatTwoBlocksShareToTheOneListedLater() {
        Schedule schedule = new Schedule(
                List.of(),
                List.of(block("B0", Anchor.ENROLMENT, 0, 27, 48), block("B1", Anchor.RANDOMISATION, 0, 27, 48)));

        List<Task> tasks = schedule.tasks(Map.of(Anchor.ENROLMENT, DAY0, Anchor.RANDOMISATION, DAY0.plusDays(25)));

        assertThat(tasks).hasSize(25 + 28);
        assertThat(tasks).filteredOn(task -> task.event().equals("B0")).hasSize(25);
        assertThat(tasks.get(25).event()).isEqualTo("B1");
    }

    @Test
    void theFlagshipAsksADiaryOnEveryDayOfItsBlocksAndEachVisitOnce() {
        List<Task> tasks = StudyReader.read(FlagshipTest.FOLDER)
                .schedule()
                .tasks(Map.of(
                        Anchor.SCREENING, DAY0.minusDays(40),
                        Anchor.ENROLMENT, DAY0.minusDays(30),
                        Anchor.RANDOMISATION, DAY0));

        assertThat(tasks).filteredOn(task -> task.form().equals("diary")).hasSize(5 * 28);
        assertThat(tasks)
                .filteredOn(task -> task.form().equals("phq-9"))
                .extracting(Task::key)
                .containsExactly("V1/phq-9", "V4/phq-9", "V5/phq-9");
        assertThat(tasks)
                .filteredOn(task -> task.form().equals("pgic"))
                .extracting(Task::event)
                .containsExactly("V2", "V3", "V4", "V5");
    }

    @Property(seed = "20261123", tries = 200)
    void keysAreUniqueAndTasksInTheOrderInWhichTheyOpen(@ForAll @IntRange(min = -400, max = 400) int apart) {
        List<Task> tasks = Flagship.SCHEDULE.tasks(
                Map.of(Anchor.SCREENING, DAY0, Anchor.ENROLMENT, DAY0, Anchor.RANDOMISATION, DAY0.plusDays(apart)));

        assertThat(new HashSet<>(tasks.stream().map(Task::key).toList())).hasSameSizeAs(tasks);
        assertThat(tasks).isSortedAccordingTo((one, other) -> one.opens().compareTo(other.opens()));
        assertThat(tasks).allMatch(task -> !task.due().isBefore(task.opens()));
    }

    /** Read once. */
    private static final class Flagship {
        static final Schedule SCHEDULE = StudyReader.read(FlagshipTest.FOLDER).schedule();
    }
}
