package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.commensal.access.Right;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ParticipantProgress.FollowUp;
import org.commensal.randomisation.CountAllocations;
import org.commensal.randomisation.CountAllocations.Group;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Texts;
import org.commensal.web.studies.Flow.Box;
import org.commensal.web.studies.Flow.Branch;
import org.commensal.web.studies.Flow.Entry;

/** Counts the flow of participants from the facts as they are now. */
@ApplicationScoped
public class FlowReading {

    @Inject
    StudyRegister studies;

    @Inject
    ScreeningRegister log;

    @Inject
    CountAllocations allocations;

    /** All arms together, at the sites that the actor may see. */
    Flow together(Actor actor, String id, Texts texts) {
        return flow(actor, id, List.of(allocations.together(actor, id)), texts);
    }

    /** By arm, for those who may know; recorded. */
    Flow byArm(Actor actor, String id, Texts texts) {
        return flow(actor, id, allocations.byArm(actor, id), texts);
    }

    private Flow flow(Actor actor, String id, List<Group> groups, Texts texts) {
        PublishedStudy published = studies.get(actor, id);
        Map<State, Integer> counts = log.counts(actor, Right.SEE_FLOW, id);
        Map<String, Integer> criteria = log.criteria(actor, Right.SEE_FLOW, id);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int randomised = counts.getOrDefault(State.RANDOMISED, 0);
        int waiting = counts.getOrDefault(State.GOES_ON, 0);
        boolean errors = groups.stream().anyMatch(group -> group.inError() > 0);
        boolean locked = published.state() == PublishedStudy.State.LOCKED;
        return new Flow(
                new Box(texts.get("flow.assessed"), all, List.of()),
                new Box(
                        texts.get("flow.excluded"),
                        all - randomised - waiting,
                        reasons(published.study(), counts, criteria, texts)),
                new Box(texts.get("flow.waiting"), waiting, List.of()),
                new Box(texts.get("flow.randomised"), randomised, List.of()),
                groups.stream()
                        .map(group -> branch(group, errors, locked, texts))
                        .toList());
    }

    private static List<Entry> reasons(
            Study study, Map<State, Integer> counts, Map<String, Integer> criteria, Texts texts) {
        List<Entry> reasons = new ArrayList<>();
        for (State state : List.of(State.NOT_MEETING_CRITERIA, State.DECLINED, State.OTHER)) {
            reasons.add(new Entry(texts.get("flow.excluded." + state.code()), counts.getOrDefault(state, 0)));
            if (state == State.NOT_MEETING_CRITERIA) {
                criteria.forEach((id, count) -> reasons.add(new Entry("\u2013 " + criterion(study, id, texts), count)));
            }
        }
        return reasons;
    }

    private static String criterion(Study study, String id, Texts texts) {
        return study.criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .map(criterion -> texts.in(criterion.text()))
                .findFirst()
                .orElse(id);
    }

    private static Branch branch(Group group, boolean errors, boolean locked, Texts texts) {
        List<Entry> allocation = new ArrayList<>();
        allocation.add(new Entry(texts.get("flow.started"), group.allocated() - group.notStarted()));
        allocation.add(new Entry(texts.get("flow.not-started"), group.notStarted()));
        if (errors) {
            allocation.add(new Entry(texts.get("flow.in-error"), group.inError()));
        }
        Optional<String> name = group.name().map(texts::in);
        return new Branch(
                name,
                new Box(
                        name.map(arm -> texts.get("flow.allocated.to", arm)).orElse(texts.get("flow.allocated")),
                        group.allocated(),
                        allocation),
                new Box(
                        texts.get("flow.followed"),
                        group.followUp().getOrDefault(FollowUp.COMPLETED, 0),
                        List.of(
                                new Entry(
                                        texts.get("flow.follow-up.going-on"),
                                        group.followUp().getOrDefault(FollowUp.GOING_ON, 0)),
                                new Entry(
                                        texts.get("flow.follow-up.stopped"),
                                        group.followUp().getOrDefault(FollowUp.STOPPED, 0)),
                                new Entry(texts.get("flow.discontinued"), group.discontinued()),
                                new Entry(
                                        texts.get("flow.follow-up.missed"),
                                        group.followUp().getOrDefault(FollowUp.MISSED, 0)))),
                locked
                        ? new Box(texts.get("flow.analysed"), group.allocated(), List.of(none("flow.itt", texts)))
                        : new Box(
                                texts.get("flow.analysed"),
                                OptionalInt.empty(),
                                List.of(none("flow.analysed.none", texts))));
    }

    private static Entry none(String key, Texts texts) {
        return new Entry(texts.get(key), OptionalInt.empty());
    }
}
