package org.commensal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;

/**
 * What waits for somebody at a site, the most pressing first: late forms, silent diaries, participants ready for the next
 * step, open forms of staff.
 */
public record Worklist(Study study, LocalDate today, Texts texts) {

    /** After so many days without an entry somebody should call. */
    private static final int SILENT_DAYS = 3;

    public static final List<Tone> PRESSING = List.of(Tone.ROSE, Tone.AMBER, Tone.TEAL, Tone.PLAIN);

    public List<Attention> of(Map<Participant, List<TaskState>> tasks) {
        List<Attention> lines = new ArrayList<>();
        tasks.forEach((participant, own) -> {
            if (participant.withdrawn().isEmpty()) {
                nextStep(participant, own).ifPresent(lines::add);
            }
            silence(participant, own).ifPresent(lines::add);
            own.stream().filter(state -> participant.reached(Stage.CONSENTED)).forEach(state -> form(participant, state)
                    .ifPresent(lines::add));
        });
        return lines.stream()
                .sorted(Comparator.comparingInt(line -> PRESSING.indexOf(line.tone())))
                .toList();
    }

    private Optional<Attention> nextStep(Participant participant, List<TaskState> own) {
        return switch (participant.stage()) {
            case SCREENED ->
                Optional.of(line(participant, Tone.PLAIN, "consent", "", since(participant, Stage.SCREENED)));
            case CONSENTED ->
                Optional.of(line(participant, Tone.PLAIN, "enrol", "", since(participant, Stage.CONSENTED)));
            case ENROLLED ->
                runInIsOver(own)
                        ? Optional.of(line(participant, Tone.TEAL, "randomise", "", latest(own)))
                        : Optional.empty();
            case RANDOMISED -> Optional.empty();
        };
    }

    private Optional<Attention> silence(Participant participant, List<TaskState> own) {
        List<TaskState> diary = own.stream()
                .filter(state ->
                        state.task().day().filter(day -> day.isBefore(today)).isPresent())
                .toList();
        int silent = 0;
        while (silent < diary.size() && diary.get(diary.size() - 1 - silent).state() != State.DONE) {
            silent++;
        }
        boolean goesOn = own.stream()
                .anyMatch(state -> state.task().day().filter(today::equals).isPresent());
        return goesOn && silent >= SILENT_DAYS
                ? Optional.of(line(participant, Tone.AMBER, "diary", Integer.toString(silent), ""))
                : Optional.empty();
    }

    private Optional<Attention> form(Participant participant, TaskState state) {
        Task task = state.task();
        String title = texts.in(state.form().title());
        if (state.state() == State.LATE) {
            return Optional.of(line(participant, Tone.ROSE, "late", title, day("attention.since", task.due())));
        }
        boolean waits = state.state() == State.OPEN && task.by() == FilledBy.STAFF;
        return waits
                ? Optional.of(line(participant, Tone.PLAIN, "form", title, day("attention.until", task.due())))
                : Optional.empty();
    }

    /** Whether nothing of the run-in is still to come. */
    private boolean runInIsOver(List<TaskState> own) {
        return own.stream()
                .filter(state -> state.task().day().isPresent())
                .noneMatch(state -> state.state() == State.UPCOMING
                        || state.task().day().filter(today::equals).isPresent());
    }

    /** Until when the last open form of the run-in can be filled in. */
    private String latest(List<TaskState> own) {
        return own.stream()
                .map(state -> state.task().due())
                .max(LocalDate::compareTo)
                .map(due -> day(due.isBefore(today) ? "attention.since" : "attention.until", due))
                .orElse("");
    }

    private String since(Participant participant, Stage stage) {
        return Optional.ofNullable(participant.milestones().get(stage))
                .map(reached -> day("attention.since", reached))
                .orElse("");
    }

    private String day(String key, LocalDate day) {
        return texts.get(key, texts.shortDay(day));
    }

    private Attention line(Participant participant, Tone tone, String kind, String about, String due) {
        String code = participant.code().value();
        return new Attention(
                texts.get("attention." + kind),
                tone,
                code,
                "/studies/" + study.id() + "/participants/" + code,
                texts.get("attention." + kind + ".reason", about),
                due);
    }
}
