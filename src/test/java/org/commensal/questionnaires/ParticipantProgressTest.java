package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.junit.jupiter.api.Test;

class ParticipantProgressTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void aDiaryThatIsOverIsNotSilent() {
        assertThat(of(diary(3, State.DONE), diary(2, State.CLOSED), diary(1, State.OPEN))
                        .silentDays())
                .isZero();
    }

    @Test
    void silenceIsCountedFromYesterdayBackToTheLastEntry() {
        assertThat(of(diary(4, State.DONE), diary(3, State.CLOSED), diary(1, State.OPEN), diary(0, State.OPEN))
                        .silentDays())
                .isEqualTo(2);
        assertThat(of(diary(2, State.CLOSED), diary(1, State.DONE), diary(0, State.OPEN))
                        .silentDays())
                .isZero();
    }

    @Test
    void daysLongAgoAndDaysToComeAreNotLookedAt() {
        ParticipantProgress progress = of(IntStream.rangeClosed(-10, 100)
                .mapToObj(ago -> diary(ago, State.DONE))
                .toArray(TaskState[]::new));

        assertThat(progress.diaries()).hasSize(1);
        assertThat(progress.diaries().get(0).due(1000, -1000)).isEqualTo(63);
        assertThat(progress.diaries().get(0).filledIn(6, 0)).isEqualTo(7);
        assertThat(progress.diaries().get(0).filledIn(-1, -7)).isZero();
    }

    @Test
    void theRunInIsOverOnceNoDayIsLeft() {
        assertThat(of(diary(1, State.DONE), diary(0, State.OPEN)).runInOver()).isFalse();
        assertThat(of(diary(2, State.DONE), diary(1, State.DONE)).runInOver()).isTrue();
    }

    @Test
    void lateFormsWaitAndOpenOnesOfStaff() {
        ParticipantProgress progress = of(
                form("late", FilledBy.PARTICIPANT, State.LATE),
                form("theirs", FilledBy.PARTICIPANT, State.OPEN),
                form("ours", FilledBy.STAFF, State.OPEN),
                form("done", FilledBy.STAFF, State.DONE));

        assertThat(progress.waiting()).extracting(state -> state.task().key()).containsExactly("late", "ours");
    }

    private static ParticipantProgress of(TaskState... tasks) {
        Participant participant = new Participant(ParticipantCode.of("LEI", 1), "north", Map.of());
        return ParticipantProgress.of(participant, Stream.of(tasks).toList(), TODAY);
    }

    private static TaskState diary(int daysAgo, State state) {
        LocalDate day = TODAY.minusDays(daysAgo);
        Task task =
                new Task("diary/" + day, "diary", "B1", FilledBy.PARTICIPANT, day, day.plusDays(2), Optional.of(day));
        return new TaskState(task, STUDY, state, Optional.empty());
    }

    private static TaskState form(String key, FilledBy by, State state) {
        Task task = new Task(key, "check", "V1", by, TODAY.minusDays(3), TODAY.minusDays(1), Optional.empty());
        return new TaskState(task, STUDY, state, Optional.empty());
    }
}
