package org.commensal.questionnaires;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;

/**
 * How far a participant is with what there is to fill in, as a study team follows it on one day.
 *
 * @param waiting forms that are late, and forms of staff that are open
 * @param diaries what was due and filled in of each diary lately
 * @param silentDays the diary days up to yesterday without an entry, in a row, of a diary that goes on; at most 62
 * @param runInOver whether no diary day known so far is today or still to come
 * @param latestDue the last day on which anything known so far can be filled in
 * @param followUp whether somebody who was randomised came to the last visit; going on for everybody else
 */
public record ParticipantProgress(
        Participant participant,
        List<TaskState> waiting,
        List<DiaryDays> diaries,
        int silentDays,
        boolean runInOver,
        Optional<LocalDate> latestDue,
        FollowUp followUp) {

    /** How far somebody who was randomised was followed, by the forms of the last visit. */
    public enum FollowUp {
        /** The last visit is still to come, or its window is open. */
        GOING_ON,
        /** At least one form of it was filled in. */
        COMPLETED,
        /** Its window is over and nothing of it was filled in. */
        MISSED,
        /** The participant stopped with follow-up before it. */
        STOPPED
    }

    /** Days that are looked back on, today included: one bit each. */
    private static final int DAYS = 63;

    /**
     * The last 63 days of a diary, today in the lowest bit and the day before it in the next one.
     *
     * @param due a day before today that has an entry to fill in, or today once it is filled in
     */
    public record DiaryDays(long due, long filledIn) {

        private DiaryDays with(int daysAgo, boolean done) {
            long bit = 1L << daysAgo;
            return new DiaryDays(daysAgo > 0 || done ? due | bit : due, done ? filledIn | bit : filledIn);
        }

        /** How many entries were due from so many days ago until so many, both included. */
        public int due(int from, int to) {
            return Long.bitCount(due & mask(from, to));
        }

        /** How many of those were filled in. */
        public int filledIn(int from, int to) {
            return Long.bitCount(filledIn & mask(from, to));
        }

        private static long mask(int from, int to) {
            int first = Math.max(0, to);
            int last = Math.min(DAYS - 1, from);
            return last < first ? 0 : (-1L >>> (63 - last)) & (-1L << first);
        }
    }

    /** @param today on the calendar of the study */
    public static ParticipantProgress of(Participant participant, List<TaskState> tasks, LocalDate today) {
        Map<String, DiaryDays> diaries = new LinkedHashMap<>();
        boolean over = true;
        boolean goesOn = false;
        LocalDate latest = null;
        for (TaskState state : tasks) {
            Task task = state.task();
            latest = latest == null || task.due().isAfter(latest) ? task.due() : latest;
            if (task.day().isPresent()) {
                long ago = ChronoUnit.DAYS.between(task.day().get(), today);
                over &= ago > 0;
                goesOn |= ago == 0;
                if (ago >= 0 && ago < DAYS) {
                    diaries.merge(
                            task.form(),
                            new DiaryDays(0, 0).with((int) ago, state.state() == State.DONE),
                            (one, other) -> new DiaryDays(one.due | other.due, one.filledIn | other.filledIn));
                }
            }
        }
        return new ParticipantProgress(
                participant,
                tasks.stream().filter(ParticipantProgress::waits).toList(),
                List.copyOf(diaries.values()),
                goesOn
                        ? diaries.values().stream()
                                .mapToInt(ParticipantProgress::silent)
                                .max()
                                .orElse(0)
                        : 0,
                over,
                Optional.ofNullable(latest),
                participant.reached(Stage.RANDOMISED) ? followUp(participant, tasks, today) : FollowUp.GOING_ON);
    }

    private static FollowUp followUp(Participant participant, List<TaskState> tasks, LocalDate today) {
        if (participant.withdrawn().containsKey(Withdrawal.Part.FOLLOW_UP)) {
            return FollowUp.STOPPED;
        }
        Optional<Task> last = tasks.stream()
                .map(TaskState::task)
                .filter(task -> task.day().isEmpty())
                .max(Comparator.comparing(Task::due));
        boolean came = tasks.stream()
                .filter(state -> state.state() == State.DONE)
                .anyMatch(state -> last.filter(
                                task -> task.event().equals(state.task().event()))
                        .isPresent());
        if (came) {
            return FollowUp.COMPLETED;
        }
        return last.filter(task -> task.due().isBefore(today)).isPresent() ? FollowUp.MISSED : FollowUp.GOING_ON;
    }

    private static boolean waits(TaskState state) {
        return state.state() == State.LATE
                || state.state() == State.OPEN && state.task().by() == FilledBy.STAFF;
    }

    private static int silent(DiaryDays diary) {
        int silent = 0;
        for (int daysAgo = 1; daysAgo < DAYS && diary.filledIn(daysAgo, daysAgo) == 0; daysAgo++) {
            silent += diary.due(daysAgo, daysAgo);
        }
        return silent;
    }
}
