package org.commensal.safety.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.Facts;
import org.commensal.audit.Kept;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.AdverseEvents;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.safety.events.AdverseEventLedger.Recorded;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** The adverse events of a study, for those who may see them; never by arm. */
@ApplicationScoped
public class AdverseEventRegister {

    private static final Facts FACTS =
            ParticipantRegister.FACTS.and(ResponseLedger.FACTS).and(AdverseEventLedger.FACTS);

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    @Inject
    AdverseEventLedger ledger;

    @Inject
    Kept kept;

    /** Those at the sites that the actor may see, by participant, in the order in which they were reported. */
    public List<AdverseEvent> list(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_ADVERSE_EVENTS, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_ADVERSE_EVENTS, study);
        }
        PublishedStudy published = studies.inForce(study);
        return kept.of("adverse events", study, FACTS, published.versions().keySet(), () -> all(published)).stream()
                .filter(event -> sites.contains(Grant.EVERYWHERE)
                        || sites.contains(event.participant().site()))
                .toList();
    }

    private List<AdverseEvent> all(PublishedStudy published) {
        String study = published.study().id();
        Set<String> events = events(published);
        if (events.isEmpty()) {
            return List.of();
        }
        Map<ParticipantCode, List<Response>> given = responses.current(published, events);
        if (given.isEmpty()) {
            return List.of();
        }
        Recorded recorded = ledger.of(study);
        Map<ParticipantCode, Participant> known = participants.everybody(study).stream()
                .collect(Collectors.toMap(Participant::code, Function.identity()));
        List<AdverseEvent> found = new ArrayList<>();
        known.forEach((code, participant) ->
                found.addAll(read(participant, published.versions(), given.getOrDefault(code, List.of()), recorded)));
        found.sort(Comparator.comparing((AdverseEvent event) -> event.code().value())
                .thenComparing(event -> event.response().received()));
        return found;
    }

    /** Those of one participant, in the order in which they were reported. */
    public List<AdverseEvent> list(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.SEE_ADVERSE_EVENTS, study, code);
        return of(study, code);
    }

    /** @param id as addresses write it: {@code AE-2} */
    public AdverseEvent get(Actor actor, String study, ParticipantCode code, String id) {
        return find(list(actor, study, code), id);
    }

    /** The same, for a use case that checks its own right. */
    AdverseEvent get(String study, ParticipantCode code, String id) {
        return find(of(study, code), id);
    }

    private static AdverseEvent find(List<AdverseEvent> events, String id) {
        return events.stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private List<AdverseEvent> of(String study, ParticipantCode code) {
        PublishedStudy published = studies.inForce(study);
        Set<String> events = events(published);
        List<Response> given = responses.ofVisitsAndEvents(published, code).stream()
                .filter(response -> events.contains(response.event()))
                .toList();
        return given.isEmpty()
                ? List.of()
                : read(participants.find(study, code), published.versions(), given, ledger.of(study, code));
    }

    /**
     * Those that these responses tell, with what was judged and done up to a checkpoint, for a use case that checks its own
     * right.
     *
     * @param versions of the study by their names
     */
    public List<AdverseEvent> sealed(
            String study, Map<String, Study> versions, long checkpoint, Map<Participant, List<Response>> given) {
        Recorded recorded = ledger.of(study, checkpoint);
        return given.entrySet().stream()
                .flatMap(own -> read(own.getKey(), versions, own.getValue(), recorded).stream())
                .toList();
    }

    /** Each answer is read by the version of the study that it was given on. */
    private static List<AdverseEvent> read(
            Participant participant, Map<String, Study> versions, List<Response> given, Recorded recorded) {
        ParticipantCode code = participant.code();
        return given.stream()
                .flatMap(response -> Optional.ofNullable(versions.get(response.version())).stream()
                        .flatMap(study -> AdverseEvent.of(
                                participant,
                                study,
                                response,
                                recorded.judgements(code, response.task()),
                                recorded.serious(code, response.task()))
                                .stream()))
                .toList();
    }

    private static Set<String> events(PublishedStudy published) {
        Set<String> events = new HashSet<>();
        published.versions().values().stream()
                .flatMap(study -> study.conduct().safety().adverseEvents().stream())
                .map(AdverseEvents::event)
                .forEach(events::add);
        return events;
    }
}
