package org.commensal.web.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.studies.Completeness.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void todayCountsOnlyOnceItIsFilledIn() {
        List<TaskState> open = List.of(diary(1, State.DONE), diary(0, State.OPEN));
        List<TaskState> done = List.of(diary(1, State.DONE), diary(0, State.DONE));
        assertThat(Completeness.between(progress(open), 7, 0)).isEqualTo(new Cell(1, 1));
        assertThat(Completeness.between(progress(done), 7, 0)).isEqualTo(new Cell(2, 2));
    }

    @Test
    void countsTheFirstAndTheLastDay() {
        List<TaskState> days = List.of(diary(8, State.DONE), diary(7, State.CLOSED), diary(1, State.DONE));
        assertThat(Completeness.between(progress(days), 7, 1)).isEqualTo(new Cell(1, 2));
    }

    @Test
    void visitsAreNoDiary() {
        Task visit = new Task("V1/phq-9", "phq-9", "V1", FilledBy.PARTICIPANT, TODAY, TODAY, Optional.empty());
        TaskState done = new TaskState(visit, STUDY, State.DONE, Optional.empty());
        assertThat(Completeness.between(progress(List.of(done)), 0, 0).due()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,10,1", "69,100,1", "70,100,2", "79,100,2", "80,100,3", "899,1000,3", "90,100,4", "7,7,4"})
    void heatFollowsTheLegend(int filledIn, int due, int heat) {
        assertThat(new Cell(filledIn, due).heat()).isEqualTo(heat);
    }

    private static List<ParticipantProgress> progress(List<TaskState> tasks) {
        Participant participant = new Participant(ParticipantCode.of("LEI", 1), "north", Map.of());
        return List.of(ParticipantProgress.of(participant, tasks, TODAY));
    }

    private static TaskState diary(int daysAgo, State state) {
        LocalDate day = TODAY.minusDays(daysAgo);
        Task task =
                new Task("diary/" + day, "diary", "B1", FilledBy.PARTICIPANT, day, day.plusDays(2), Optional.of(day));
        return new TaskState(task, STUDY, state, Optional.empty());
    }
}
