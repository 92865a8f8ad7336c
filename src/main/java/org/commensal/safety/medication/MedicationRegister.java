package org.commensal.safety.medication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Medicines;
import org.commensal.protocol.Protocol.Observed;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** The medicines of participants and the intercurrent events that happened, for those who may see their answers. */
@ApplicationScoped
public class MedicationRegister {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    /** The medicines at the sites whose answers the actor may see, by participant and name. */
    public List<Medicine> list(Actor actor, String study) {
        List<Participant> seen = seen(actor, study);
        PublishedStudy published = studies.inForce(study);
        Map<ParticipantCode, List<Response>> given = given(published, events(published));
        return seen.stream()
                .flatMap(each -> medicines(each, published, given.getOrDefault(each.code(), List.of())).stream())
                .toList();
    }

    public List<Medicine> of(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.SEE_RESPONSES, study, code);
        return of(study, code);
    }

    /** The same, for a use case that checks its own right. */
    public List<Medicine> of(String study, ParticipantCode code) {
        PublishedStudy published = studies.inForce(study);
        return medicines(participants.find(study, code), published, responses.ofVisitsAndEvents(published, code));
    }

    /** What happened after allocation at the sites whose answers the actor may see, by participant and day. */
    public List<Happened> happened(Actor actor, String study) {
        List<Participant> seen = seen(actor, study);
        PublishedStudy published = studies.inForce(study);
        Map<ParticipantCode, List<Response>> given = given(published, observed(published.study()));
        return seen.stream()
                .flatMap(each ->
                        Happened.of(each, published.study(), given.getOrDefault(each.code(), List.of())).stream())
                .toList();
    }

    public List<Happened> happened(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(actor, Right.SEE_RESPONSES, study, code);
        PublishedStudy published = studies.inForce(study);
        return Happened.of(participant, published.study(), responses.ofVisitsAndEvents(published, code));
    }

    private List<Participant> seen(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_RESPONSES, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
        }
        return participants.everybody(study).stream()
                .filter(each -> sites.contains(Grant.EVERYWHERE) || sites.contains(each.site()))
                .toList();
    }

    private Map<ParticipantCode, List<Response>> given(PublishedStudy published, Set<String> events) {
        return events.isEmpty() ? Map.of() : responses.current(published, events);
    }

    private static Set<String> events(PublishedStudy published) {
        Set<String> events = new HashSet<>();
        versions(published)
                .flatMap(study -> study.conduct().safety().medicines().stream())
                .map(Medicines::event)
                .forEach(events::add);
        return events;
    }

    private static Set<String> observed(Study study) {
        Set<String> events = new HashSet<>();
        study.protocol().analysis().estimands().stream()
                .flatMap(estimand -> estimand.intercurrentEvents().stream())
                .flatMap(event -> event.observed().stream())
                .map(Observed::event)
                .forEach(events::add);
        return events;
    }

    private static Stream<Study> versions(PublishedStudy published) {
        return published.versions().values().stream();
    }

    private static List<Medicine> medicines(Participant participant, PublishedStudy published, List<Response> given) {
        return Medicine.of(participant, published.versions(), given);
    }
}
