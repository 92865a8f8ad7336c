package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.OneReading;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.freezing.Scope;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ResponseLedger.FilledIn;
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
        /**
         * A diary day that was not filled in before it was locked, or anything that was not before the participant stopped
         * or while its data are frozen.
         */
        CLOSED
    }

    /**
     * @param study the version by which it is asked: the one that the site works with, unless it was begun, or done and
     *     then retired, on an earlier one
     * @param response that it was filled in with, the newest
     */
    public record TaskState(Task task, Study study, State state, Optional<UUID> response) {

        public Questionnaire form() {
            return study.questionnaire(task.form());
        }
    }

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    ResponseLedger responses;

    @Inject
    Drafts drafts;

    @Inject
    OneReading reading;

    @Inject
    Clock clock;

    /** Every task whose day is known, in the order in which they open. */
    public List<TaskState> of(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        PublishedStudy published = studies.at(studyId, participant.site());
        published.opened();
        return of(published, participant);
    }

    /** The same as it stands on the day that it is in this zone, for somebody who travels. */
    public List<TaskState> of(Actor actor, String studyId, ParticipantCode code, ZoneId zone) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        PublishedStudy published = studies.at(studyId, participant.site());
        published.opened();
        return of(published, participant, zone);
    }

    /**
     * Every occurrence of an event that was reported, and for each event the one that can be reported now: its key is the
     * code of the event. Nothing can be reported before consent, nor once the data are locked; of an event that an amendment
     * took away, what was reported is still there.
     */
    public List<TaskState> events(Actor actor, String studyId, ParticipantCode code) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        PublishedStudy published = studies.at(studyId, participant.site());
        boolean open = published.state().collects() && participant.reached(Stage.CONSENTED);
        Study inForce = published.opened();
        Map<String, Study> asking = new LinkedHashMap<>();
        inForce.schedule().events().forEach(event -> asking.put(event.code(), inForce));
        published.versions().values().forEach(study -> study.schedule()
                .events()
                .forEach(event -> asking.putIfAbsent(event.code(), study)));
        Map<String, FilledIn> filledIn = responses.filledIn(studyId, code);
        Freezings frozen = freezings.of(studyId, code);
        LocalDate today = LocalDate.now(clock.withZone(inForce.zone()));
        return asking.entrySet().stream()
                .flatMap(event -> states(
                        event.getValue(),
                        event.getKey(),
                        participant,
                        filledIn,
                        open
                                && event.getValue() == inForce
                                && frozen.state(Scope.visit(participant, event.getKey()))
                                        .isOpen()))
                .filter(state -> state.state() == State.DONE || !stopped(participant, state.task(), today))
                .toList();
    }

    private static Stream<TaskState> states(
            Study study, String code, Participant participant, Map<String, FilledIn> filledIn, boolean open) {
        EventForm event = study.schedule().event(code).orElseThrow();
        List<Task> reported = Occurrences.reported(event, participant, filledIn.keySet());
        Stream<TaskState> done = reported.stream()
                .map(task -> new TaskState(
                        task,
                        study,
                        State.DONE,
                        Optional.ofNullable(filledIn.get(task.key())).map(FilledIn::id)));
        Stream<TaskState> next = open && (event.repeating() || reported.isEmpty())
                ? Stream.of(new TaskState(
                        event.another(Occurrences.first(participant)), study, State.OPEN, Optional.empty()))
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
        Study study = begunOn(studyId, code, event + "/" + response)
                .orElseGet(() -> studies.at(studyId, participant.site()).opened());
        return study.schedule()
                .event(event)
                .filter(known -> done || open.isPresent())
                .map(known -> new TaskState(
                        known.report(response, Occurrences.first(participant)),
                        study,
                        done ? State.DONE : State.OPEN,
                        done ? Optional.of(response) : Optional.empty()));
    }

    private Optional<Study> begunOn(String studyId, ParticipantCode code, String task) {
        return Optional.ofNullable(drafts.begun(studyId, code).get(task)).map(studies.everInForce(studyId)::get);
    }

    /** The tasks of each of these participants, for a use case that checks its own right. */
    public Map<Participant, List<TaskState>> each(String studyId, List<Participant> seen) {
        Map<String, Study> atSites = new HashMap<>();
        Map<String, Study> versions = studies.everInForce(studyId);
        Map<String, Map<String, FilledIn>> filledIn = responses.filledIn(studyId);
        Map<String, Map<String, String>> begun = drafts.begun(studyId);
        Freezings frozen = freezings.of(studyId);
        Map<Participant, List<TaskState>> all = new LinkedHashMap<>();
        for (Participant participant : seen) {
            Study study = atSites.computeIfAbsent(
                    participant.site(), site -> studies.at(studyId, site).study());
            String code = participant.code().value();
            Map<String, FilledIn> own = filledIn.getOrDefault(code, Map.of());
            Map<String, String> drafted = begun.getOrDefault(code, Map.of());
            all.put(participant, states(study, versions, participant, own, drafted, frozen, study.zone()));
        }
        return all;
    }

    /** The tasks of one participant by the version that the site works with, for a use case that checks its own right. */
    public List<TaskState> of(PublishedStudy published, Participant participant) {
        return of(published, participant, published.study().zone());
    }

    private List<TaskState> of(PublishedStudy published, Participant participant, ZoneId zone) {
        return reading.once(
                List.of("tasks", published.hash(), participant.code(), zone), () -> read(published, participant, zone));
    }

    private List<TaskState> read(PublishedStudy published, Participant participant, ZoneId zone) {
        String study = published.study().id();
        return states(
                published.study(),
                published.versions(),
                participant,
                responses.filledIn(study, participant.code()),
                drafts.begun(study, participant.code()),
                freezings.of(study, participant.code()),
                zone);
    }

    /** What is due by the version in force, and what an earlier version asked and was begun or done. */
    List<TaskState> states(
            Study inForce,
            Map<String, Study> versions,
            Participant participant,
            Map<String, FilledIn> filledIn,
            Map<String, String> begun,
            Freezings frozen,
            ZoneId zone) {
        Map<String, Asked> asked = asked(inForce, participant);
        Map<String, Map<String, Asked>> byVersion = new HashMap<>();
        BiFunction<String, String, Optional<Asked>> askedBy =
                (version, key) -> Optional.ofNullable(versions.get(version)).map(study -> byVersion
                        .computeIfAbsent(version, first -> asked(study, participant))
                        .get(key));
        filledIn.forEach((key, response) -> {
            if (!asked.containsKey(key)) {
                askedBy.apply(response.version(), key).ifPresent(one -> asked.put(key, one));
            }
        });
        begun.forEach((key, version) -> askedBy.apply(version, key).ifPresent(one -> asked.put(key, one)));
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return asked.values().stream()
                .filter(one -> filledIn.containsKey(one.task().key()) || !never(participant, one.task()))
                .sorted(Comparator.comparing(one -> one.task().opens()))
                .map(one -> one.state(
                        participant, Optional.ofNullable(filledIn.get(one.task().key())), frozen, today))
                .toList();
    }

    /** Whether it would open only after those who fill it in stopped with that. */
    private static boolean never(Participant participant, Task task) {
        return stopped(participant, task, task.opens().minusDays(1));
    }

    /**
     * What participants fill in ends with their follow-up; what staff fill in may be needed to end it well, and ends when
     * the use of the data does.
     */
    static boolean stopped(Participant participant, Task task, LocalDate day) {
        return participant.withdrawn().containsKey(Part.USE_OF_DATA)
                || task.by() == FilledBy.PARTICIPANT && participant.stopped(Part.FOLLOW_UP, day);
    }

    /** Everything that a version asks, by the key of its task. */
    private static Map<String, Asked> asked(Study version, Participant participant) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        version.schedule()
                .tasks(participant.anchors())
                .forEach(task -> asked.put(task.key(), new Asked(task, version)));
        return asked;
    }

    private record Asked(Task task, Study study) {

        TaskState state(Participant participant, Optional<FilledIn> response, Freezings frozen, LocalDate today) {
            State state = stateOf(task, response.isPresent(), today);
            boolean open = frozen.state(Scope.form(participant, task.event(), task.key()))
                    .isOpen();
            boolean ended = state != State.DONE && (!open || stopped(participant, task, today));
            return new TaskState(task, study, ended ? State.CLOSED : state, response.map(FilledIn::id));
        }
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
