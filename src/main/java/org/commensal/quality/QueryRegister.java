package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.quality.DataQuery.State;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;

/** The queries of a study, for those who may see the answers that they are about. */
@ApplicationScoped
public class QueryRegister {

    /**
     * What was answered where a query asks: when it was raised, and now.
     *
     * @param then none where the form was not filled in
     */
    public record Answered(Optional<Response> then, Optional<Response> now) {}

    @Inject
    DoubleEntryRegister twice;

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    @Inject
    QueryLedger ledger;

    /** A part of the queries at the sites whose answers the actor may see; page 0 first. */
    public List<DataQuery> list(Actor actor, String study, QueryFilter filter, QueryOrder order, int page, int size) {
        return ledger.find(study, new QuerySelect(study, sites(actor, study), filter), order, (long) page * size, size);
    }

    /** How many queries that list has on all its pages. */
    public int count(Actor actor, String study, QueryFilter filter) {
        return ledger.count(new QuerySelect(study, sites(actor, study), filter));
    }

    /** The queries of one participant, the oldest first. */
    public List<DataQuery> list(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.SEE_RESPONSES, study, code);
        return ledger.of(study, code);
    }

    public DataQuery get(Actor actor, String study, ParticipantCode code, UUID query) {
        return find(list(actor, study, code), query)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    /** What a query is about, as it was answered. */
    public Answered answered(Actor actor, String study, DataQuery query) {
        Participant participant = participants.find(actor, Right.SEE_RESPONSES, study, query.participant());
        String task = query.about().task();
        boolean hidden = task.isEmpty()
                || twice.toEnter(actor, study, participant.code()).contains(task);
        List<Response> history = hidden ? List.of() : responses.history(study, participant.code(), task);
        return new Answered(
                history.stream()
                        .filter(response -> response.revision() == query.revision())
                        .findFirst(),
                history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1)));
    }

    /** What waits for the actor, by participant, longest first: open queries to answer, answered ones to close. */
    public List<WaitingQueries> waiting(Actor actor, String study) {
        Set<String> answers = permission.sites(actor, Right.ANSWER_QUERY, study);
        Set<String> closes = permission.sites(actor, Right.RAISE_QUERY, study);
        Set<String> sites = Stream.concat(answers.stream(), closes.stream()).collect(Collectors.toSet());
        if (sites.isEmpty()) {
            return List.of();
        }
        return ledger.waiting(new QuerySelect(study, sites, QueryFilter.of(State.OPEN, State.ANSWERED))).stream()
                .filter(each -> covers(each.state() == State.OPEN ? answers : closes, each.site()))
                .sorted(Comparator.comparing(WaitingQueries::since))
                .toList();
    }

    private Set<String> sites(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_RESPONSES, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        return sites;
    }

    private static boolean covers(Set<String> sites, String site) {
        return sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }

    static Optional<DataQuery> find(List<DataQuery> queries, UUID id) {
        return queries.stream().filter(query -> query.id().equals(id)).findFirst();
    }
}
