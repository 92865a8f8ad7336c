package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.questionnaires.Tasks.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visit from the 10th to the 12th, and the diary of the 10th, which is locked after the 12th. */
class TasksTest {

    private static final LocalDate OPENS = LocalDate.of(2026, 11, 10);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 12);
    private static final Task VISIT =
            new Task("V1/phq-9", "phq-9", "V1", FilledBy.PARTICIPANT, OPENS, DUE, Optional.empty());
    private static final Task DIARY =
            new Task("diary/2026-11-10", "diary", "B0", FilledBy.PARTICIPANT, OPENS, DUE, Optional.of(OPENS));

    @ParameterizedTest(name = "on the {0}th, done: {1}")
    @CsvSource({
        " 9, false, UPCOMING, UPCOMING",
        "10, false, OPEN,     OPEN",
        "12, false, OPEN,     OPEN",
        "13, false, LATE,     CLOSED",
        " 9, true,  DONE,     DONE",
        "13, true,  DONE,     DONE",
    })
    void whatIsNotFilledInInTimeIsLateAndADiaryDayIsClosed(int day, boolean done, State visit, State diary) {
        LocalDate today = LocalDate.of(2026, 11, day);

        assertThat(Tasks.stateOf(VISIT, done, today)).isEqualTo(visit);
        assertThat(Tasks.stateOf(DIARY, done, today)).isEqualTo(diary);
    }
}
