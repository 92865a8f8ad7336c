package org.commensal.web.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.enrolment.ParticipantFile.Event;
import org.commensal.web.enrolment.ParticipantFile.Occurrence;

/**
 * The events of a participant, such as adverse events: every occurrence, and whether another can be reported.
 *
 * @param base the address of the participant's page
 * @param fillsIn whether the reader fills in the forms of staff
 * @param corrects whether the reader may correct what was filled in
 * @param marks of forms that two people enter
 */
record EventTable(Study study, String base, boolean fillsIn, boolean corrects, EntryMarks marks, Texts texts) {

    List<Event> events(List<TaskState> states, List<Response> responses) {
        Map<UUID, Response> byId = responses.stream().collect(Collectors.toMap(Response::id, Function.identity()));
        return study.schedule().events().stream()
                .map(event -> event(event, own(event, states), byId))
                .toList();
    }

    private static List<TaskState> own(EventForm event, List<TaskState> states) {
        return states.stream()
                .filter(state -> state.task().event().equals(event.code()))
                .toList();
    }

    private Event event(EventForm event, List<TaskState> states, Map<UUID, Response> responses) {
        boolean another = fillsIn
                && event.by() == FilledBy.STAFF
                && states.stream().anyMatch(state -> state.state() == State.OPEN);
        return new Event(
                texts.get("events.new", texts.in(event.name())),
                event.when().map(texts::in),
                another ? Optional.of(base + "/forms/" + event.code()) : Optional.empty(),
                states.stream()
                        .filter(state -> state.state() == State.DONE)
                        .map(state -> occurrence(state, responses))
                        .toList());
    }

    private Occurrence occurrence(TaskState state, Map<UUID, Response> responses) {
        Optional<Response> response = state.response().map(responses::get);
        String key = state.task().key();
        Optional<EntryMarks.Mark> mark = marks.of(key);
        Optional<String> href = corrects ? Optional.of(base + "/forms/" + key) : Optional.empty();
        return new Occurrence(
                texts.in(Labels.event(study, state.task().event(), key))
                        + mark.map(of -> " · " + of.text()).orElse(""),
                response.map(of -> texts.moment(of.filledIn(), study.zone())).orElse("–"),
                response.filter(of -> of.revision() > 1).map(Response::reason),
                mark.flatMap(EntryMarks.Mark::href).or(() -> href));
    }
}
