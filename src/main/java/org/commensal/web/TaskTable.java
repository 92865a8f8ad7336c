package org.commensal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.ParticipantFile.Row;

/**
 * The tasks of a participant as lines of a table: one for each form of a visit, and one for each block of the diary.
 *
 * @param study the version that the site works with
 * @param base the address of the participant's page
 * @param fillsIn whether the reader fills in the forms of staff
 * @param corrects whether the reader may correct what was filled in
 */
record TaskTable(Study study, String base, boolean fillsIn, boolean corrects, Texts texts) {

    List<Row> rows(List<TaskState> tasks) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<TaskState>> blocks = new LinkedHashMap<>();
        for (TaskState state : tasks) {
            if (state.task().day().isPresent()) {
                blocks.computeIfAbsent(state.task().event(), block -> new ArrayList<>())
                        .add(state);
            } else {
                rows.add(visit(state));
            }
        }
        blocks.values().forEach(days -> rows.add(block(days)));
        return rows;
    }

    private Row visit(TaskState state) {
        Task task = state.task();
        boolean canBeFilledIn = state.state() == State.OPEN || state.state() == State.LATE;
        boolean linked =
                state.state() == State.DONE ? corrects : fillsIn && task.by() == FilledBy.STAFF && canBeFilledIn;
        return new Row(
                form(state),
                event(state),
                window(task, task),
                Words.of(state.state(), texts),
                Words.tone(state.state()),
                linked ? Optional.of(base + "/forms/" + task.key()) : Optional.empty());
    }

    private Row block(List<TaskState> days) {
        TaskState one = days.get(0);
        Task first = one.task();
        long filledIn = days.stream().filter(day -> day.state() == State.DONE).count();
        return new Row(
                form(one),
                event(one),
                window(first, days.get(days.size() - 1).task()),
                texts.get("task.days", filledIn, days.size()),
                Overview.Tone.PLAIN,
                Optional.empty());
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
