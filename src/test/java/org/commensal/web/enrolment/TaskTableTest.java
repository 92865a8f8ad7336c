package org.commensal.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.instrument.Answers;
import org.commensal.kernel.Language;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.DoubleEntry;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.enrolment.ParticipantFile.Row;
import org.commensal.web.enrolment.ParticipantFile.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a participant, folded by visit. */
class TaskTableTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "probiotic-placebo-2arm"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @ParameterizedTest(name = "{0} and {1}: waits {2}, {3}")
    @CsvSource({
        "UPCOMING, UPCOMING, false, PLAIN, 0 of 2 done",
        "UPCOMING, DONE,     false, PLAIN, 1 of 2 done",
        "DONE,     DONE,     false, TEAL,  2 of 2 done",
        "DONE,     OPEN,     true,  AMBER, 1 of 2 done",
        "LATE,     OPEN,     true,  ROSE,  0 of 2 done",
    })
    void onlyAVisitWithSomethingToDoIsUnfolded(State one, State other, boolean waits, Tone tone, String done) {
        Visit visit =
                visits(true, form("changes", one), form("measurements", other)).get(0);

        assertThat(visit.waits()).isEqualTo(waits);
        assertThat(visit.tone()).isEqualTo(tone);
        assertThat(visit.done()).isEqualTo(done);
        assertThat(visit.name()).isEqualTo("Week 4");
        assertThat(visit.rows()).extracting(Row::form).hasSize(2);
    }

    @Test
    void whoMayNotFillInOrCorrectIsLedNowhere() {
        assertThat(visits(false, form("changes", State.OPEN), form("measurements", State.DONE)))
                .flatExtracting(Visit::rows)
                .allSatisfy(row -> assertThat(row.href()).isEmpty());
        assertThat(visits(true, form("changes", State.OPEN), form("measurements", State.UPCOMING)))
                .flatExtracting(Visit::rows)
                .extracting(Row::href)
                .containsExactly(Optional.of("/here/forms/V2/changes"), Optional.empty());
    }

    @Test
    void aFormThatTwoPeopleEnterLeadsToWhatIsLeftToDo() {
        Response first = new Response(
                UUID.randomUUID(),
                "0.2",
                "measurements",
                "V2",
                "V2/measurements",
                Optional.empty(),
                1,
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                new Answers(Map.of()),
                Map.of());
        DoubleEntry awaited = new DoubleEntry(first, Set.of(), Optional.empty(), new Answers(Map.of()), List.of());
        DoubleEntry differing = new DoubleEntry(
                first, Set.of(), Optional.of(UUID.randomUUID()), new Answers(Map.of()), List.of("pulse"));

        assertThat(row(awaited, Set.of("V2/measurements")))
                .extracting(Row::state, Row::tone, Row::href)
                .containsExactly("Awaits second entry", Tone.AMBER, Optional.of("/here/second-entry/V2/measurements"));
        assertThat(row(awaited, Set.of()).href()).contains("/here/forms/V2/measurements");
        assertThat(row(differing, Set.of()).href()).contains("/here/differences/V2/measurements");
        assertThat(visits(true, List.of(differing), Set.of(), form("measurements", State.DONE)))
                .allSatisfy(visit -> assertThat(visit.waits()).isTrue());
    }

    private static Row row(DoubleEntry twice, Set<String> toEnter) {
        return visits(true, List.of(twice), toEnter, form("measurements", State.DONE))
                .get(0)
                .rows()
                .get(0);
    }

    @Test
    void aDiaryIsOneFoldWithALineForEachBlock() {
        Visit diary = visits(true, day("B1", 0, State.DONE), day("B1", 1, State.CLOSED), day("B2", 2, State.OPEN))
                .get(0);

        assertThat(diary.done()).isEqualTo("1 of 3 days");
        assertThat(diary.waits()).isFalse();
        assertThat(diary.rows()).extracting(Row::state).containsExactly("1 of 2 days", "0 of 1 days");
    }

    private static List<Visit> visits(boolean staff, TaskState... tasks) {
        return visits(staff, List.of(), Set.of(), tasks);
    }

    private static List<Visit> visits(boolean staff, List<DoubleEntry> twice, Set<String> toEnter, TaskState... tasks) {
        Texts texts = Texts.in(Language.EN);
        EntryMarks marks = new EntryMarks(twice, toEnter, "/here", texts);
        return new TaskTable(STUDY, "/here", staff, staff, marks, texts).visits(List.of(tasks));
    }

    private static TaskState form(String form, State state) {
        Task task = new Task("V2/" + form, form, "V2", FilledBy.STAFF, DAY, DAY.plusDays(6), Optional.empty());
        return new TaskState(task, STUDY, state, Optional.empty());
    }

    private static TaskState day(String block, int after, State state) {
        LocalDate day = DAY.plusDays(after);
        Task task = new Task("diary/" + day, "diary", block, FilledBy.PARTICIPANT, day, day, Optional.of(day));
        return new TaskState(task, STUDY, state, Optional.empty());
    }
}
