package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** What one participant has to fill in, has filled in, or can no longer fill in. */
@ApplicationScoped
public class Tasks {

    /** Where a task stands today. */
    public enum State {
        /** It opens on a later day. */
        UPCOMING,
        OPEN,
        /** Its window is over; it is still taken, and marked as late. */
        LATE,
        DONE,
        /** A diary day that was not filled in before it was locked. */
        CLOSED
    }

    /** @param response that it was filled in with, the newest */
    public record TaskState(Task task, State state, Optional<UUID> response) {}

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    @Inject
    Clock clock;

    /** Every task whose day is known, in the order in which they open. */
    public List<TaskState> of(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        return of(studies.opened(studyId), participant);
    }

    /**
     * Every occurrence of an event that was reported, and for each event the one that can be reported now: its key is the
     * code of the event. Nothing can be reported before consent, nor once the data are locked.
     */
    public List<TaskState> events(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        PublishedStudy published = studies.inForce(studyId);
        boolean open = published.state().collects() && participant.reached(Stage.CONSENTED);
        Map<String, UUID> filledIn = responses.ids(studyId, code);
        return published.opened().schedule().events().stream()
                .flatMap(event -> states(event, participant, filledIn, open))
                .toList();
    }

    private static Stream<TaskState> states(
            EventForm event, Participant participant, Map<String, UUID> filledIn, boolean open) {
        List<Task> reported = Occurrences.reported(event, participant, filledIn);
        Stream<TaskState> done = reported.stream()
                .map(task -> new TaskState(task, State.DONE, Optional.ofNullable(filledIn.get(task.key()))));
        Stream<TaskState> next = open && (event.repeating() || reported.isEmpty())
                ? Stream.of(new TaskState(event.another(Occurrences.first(participant)), State.OPEN, Optional.empty()))
                : Stream.of();
        return Stream.concat(done, next);
    }

    /** One task or event by its key. */
    public Optional<TaskState> find(Actor actor, String studyId, ParticipantCode code, String key) {
        return Stream.concat(of(actor, studyId, code).stream(), events(actor, studyId, code).stream())
                .filter(state -> state.task().key().equals(key))
                .findFirst();
    }

    /** An event on its way, by the id that its response will have: done once that response is here. */
    public Optional<TaskState> report(Actor actor, String studyId, ParticipantCode code, String event, UUID response) {
        Optional<TaskState> open = find(actor, studyId, code, event);
        boolean done = ResponseLedger.withId(responses.alike(studyId, code, response, ""), response)
                .filter(row -> row.participant().equals(code.value()))
                .isPresent();
        Participant participant = participants.find(studyId, code);
        return studies.opened(studyId)
                .schedule()
                .event(event)
                .filter(known -> done || open.isPresent())
                .map(known -> new TaskState(
                        known.report(response, Occurrences.first(participant)),
                        done ? State.DONE : State.OPEN,
                        done ? Optional.of(response) : Optional.empty()));
    }

    /** The tasks of every participant whose tasks the actor may see, read at once. */
    public Map<Participant, List<TaskState>> all(Actor actor, String studyId) {
        Study study = studies.opened(studyId);
        Map<String, Map<String, UUID>> filledIn = responses.ids(studyId);
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        Map<Participant, List<TaskState>> all = new LinkedHashMap<>();
        for (Participant participant : participants
                .list(actor, studyId, ParticipantRegister.Filter.everything(), 0, Integer.MAX_VALUE)
                .participants()) {
            if (permission.allows(actor, Right.SEE_TASKS, studyId, participant.site())) {
                Map<String, UUID> own = filledIn.getOrDefault(participant.code().value(), Map.of());
                all.put(participant, states(study, participant, own, today));
            }
        }
        return all;
    }

    /** The tasks of one participant, for a use case that checks its own right. */
    public List<TaskState> of(Study study, Participant participant) {
        Map<String, UUID> filledIn = responses.ids(study.id(), participant.code());
        return states(study, participant, filledIn, LocalDate.now(clock.withZone(study.zone())));
    }

    private static List<TaskState> states(
            Study study, Participant participant, Map<String, UUID> filledIn, LocalDate today) {
        return study.schedule().tasks(participant.anchors()).stream()
                .map(task -> state(task, Optional.ofNullable(filledIn.get(task.key())), today))
                .toList();
    }

    private static TaskState state(Task task, Optional<UUID> response, LocalDate today) {
        return new TaskState(task, stateOf(task, response.isPresent(), today), response);
    }

    static State stateOf(Task task, boolean done, LocalDate today) {
        if (done) {
            return State.DONE;
        }
        if (today.isBefore(task.opens())) {
            return State.UPCOMING;
        }
        if (!today.isAfter(task.due())) {
            return State.OPEN;
        }
        return task.day().isPresent() ? State.CLOSED : State.LATE;
    }
}
