package org.commensal.web.enrolment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.Worklist;
import org.commensal.web.enrolment.ParticipantFile.Row;
import org.commensal.web.enrolment.ParticipantFile.Visit;

/**
 * The tasks of a participant by visit, with a line for each form; and each diary, with a line for each block of it. What
 * waits for somebody is unfolded.
 *
 * @param study the version that the site works with
 * @param base the address of the participant's page
 * @param fillsIn whether the reader fills in the forms of staff
 * @param corrects whether the reader may correct what was filled in
 * @param marks of forms that two people enter
 */
record TaskTable(Study study, String base, boolean fillsIn, boolean corrects, EntryMarks marks, Texts texts) {

    private static final Set<State> DUE = Set.of(State.OPEN, State.LATE);

    List<Visit> visits(List<TaskState> tasks) {
        Stream<Visit> visits =
                grouped(filtered(tasks, false), state -> state.task().event()).map(this::visit);
        Stream<Visit> diaries = grouped(filtered(tasks, true), this::form).map(this::diary);
        return Stream.concat(visits, diaries).toList();
    }

    private static List<TaskState> filtered(List<TaskState> tasks, boolean daily) {
        return tasks.stream()
                .filter(state -> state.task().day().isPresent() == daily)
                .toList();
    }

    private static Stream<List<TaskState>> grouped(List<TaskState> tasks, Function<TaskState, String> by) {
        return tasks.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private Visit visit(List<TaskState> tasks) {
        TaskState first = tasks.get(0);
        return new Visit(
                event(first),
                window(first.task(), tasks.get(tasks.size() - 1).task()),
                texts.get("visit.done", count(tasks, State.DONE), tasks.size()),
                tone(tasks),
                tasks.stream()
                        .anyMatch(state -> DUE.contains(state.state())
                                || marks.waits(state.task().key())),
                tasks.stream().map(this::row).toList());
    }

    /** As loud as its loudest form. */
    private static Tone tone(List<TaskState> tasks) {
        List<Tone> tones =
                tasks.stream().map(state -> Words.tone(state.state())).toList();
        return Worklist.PRESSING.stream()
                .filter(tone -> tone != Tone.TEAL || tones.stream().allMatch(Tone.TEAL::equals))
                .filter(tones::contains)
                .findFirst()
                .orElse(Tone.PLAIN);
    }

    private Row row(TaskState state) {
        Task task = state.task();
        boolean linked = state.state() == State.DONE
                ? corrects
                : fillsIn && task.by() == FilledBy.STAFF && DUE.contains(state.state());
        Optional<String> href = linked ? Optional.of(base + "/forms/" + task.key()) : Optional.empty();
        return marks.of(task.key())
                .map(mark -> new Row(
                        form(state), "", mark.text(), mark.tone(), mark.href().or(() -> href)))
                .orElseGet(() ->
                        new Row(form(state), "", Words.of(state.state(), texts), Words.tone(state.state()), href));
    }

    private Visit diary(List<TaskState> days) {
        return new Visit(
                form(days.get(0)),
                window(days.get(0).task(), days.get(days.size() - 1).task()),
                texts.get("task.days", count(days, State.DONE), days.size()),
                Tone.PLAIN,
                false,
                grouped(days, state -> state.task().event()).map(this::block).toList());
    }

    private Row block(List<TaskState> days) {
        return new Row(
                event(days.get(0)),
                window(days.get(0).task(), days.get(days.size() - 1).task()),
                texts.get("task.days", count(days, State.DONE), days.size()),
                Tone.PLAIN,
                Optional.empty());
    }

    private static long count(List<TaskState> tasks, State wanted) {
        return tasks.stream().filter(state -> state.state() == wanted).count();
    }

    /** The title of the form, with the version that it belongs to where that is an earlier one. */
    private String form(TaskState state) {
        String title = texts.in(state.form().title());
        String version = state.study().version();
        return version.equals(study.version()) ? title : texts.get("task.version", title, version);
    }

    private String event(TaskState state) {
        return texts.in(Labels.event(state.study(), state.task().event()));
    }

    private String window(Task first, Task last) {
        return texts.shortDay(first.opens()) + " – " + texts.day(last.day().orElse(last.due()));
    }
}
