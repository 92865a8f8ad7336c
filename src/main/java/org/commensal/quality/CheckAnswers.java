package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery.Step;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.questionnaires.ResponseTaken;

/**
 * Raises the query of every rule that holds of a response, and closes those whose rule no longer holds, in the transaction
 * of the response that made it so.
 *
 * <p>A query is raised once while its rule holds: who closed one by hand, because the answer is right, is not asked again
 * before the rule has stopped to hold. The audit trail names the query and never the rule, which would tell the answer.
 */
@ApplicationScoped
class CheckAnswers {

    @Inject
    Permission permission;

    @Inject
    ResponseLedger responses;

    @Inject
    QueryLedger queries;

    @Inject
    AuditTrail audit;

    /** What there is to check a response against. */
    private record Check(ResponseTaken taken, List<DataQuery> raised, List<Response> before, List<Response> now) {

        ParticipantCode code() {
            return taken.participant().code();
        }

        QueryRules rules(Study study) {
            return new QueryRules(study, taken.participant());
        }
    }

    void on(@Observes ResponseTaken taken) {
        List<QueryRule> touched = new QueryRules(taken.study(), taken.participant())
                .touching(taken.task().form());
        List<DataQuery> raised = raised(taken);
        if (touched.isEmpty() && raised.stream().allMatch(DataQuery::isClosed)) {
            return;
        }
        List<Response> now =
                responses.current(taken.published(), taken.participant().code());
        Check check = new Check(taken, raised, before(taken, now), now);
        raised.stream().filter(query -> !query.isClosed()).forEach(query -> resolve(query, check));
        touched.forEach(rule -> raise(rule, check));
    }

    /** The queries that rules raised; read only of a study that has or had rules. */
    private List<DataQuery> raised(ResponseTaken taken) {
        boolean rules = taken.published().versions().values().stream()
                .anyMatch(study -> !study.conduct().queries().isEmpty());
        return rules
                ? queries.of(taken.study().id(), taken.participant().code()).stream()
                        .filter(query -> query.rule().isPresent())
                        .toList()
                : List.of();
    }

    private List<Response> before(ResponseTaken taken, List<Response> now) {
        Optional<Response> corrected =
                responses
                        .history(
                                taken.study().id(),
                                taken.participant().code(),
                                taken.task().key())
                        .stream()
                        .filter(response -> response.revision() == taken.revision() - 1)
                        .findFirst();
        return now.stream()
                .flatMap(each -> each.id().equals(taken.response()) ? corrected.stream() : Stream.of(each))
                .toList();
    }

    private void resolve(DataQuery query, Check check) {
        boolean holds = Optional.ofNullable(check.taken().published().versions().get(query.version())).stream()
                .map(check::rules)
                .anyMatch(rules -> check.now().stream()
                        .filter(response -> response.task().equals(query.about().task()))
                        .anyMatch(response -> rules.holds(query.rule().orElseThrow(), check.now(), response)));
        if (!holds) {
            UUID entry = record("query.resolved", query.id(), check);
            queries.append(new QueryStepRow(
                    query.id(),
                    query.thread().size() + 1,
                    Step.RESOLVED,
                    "",
                    check.taken().received(),
                    entry));
        }
    }

    private void raise(QueryRule rule, Check check) {
        QueryRules rules = check.rules(check.taken().study());
        String form = rules.form(rule);
        Map<String, Response> earlier = new HashMap<>();
        check.before().forEach(response -> earlier.put(response.task(), response));
        check.now().stream()
                .filter(response -> response.form().equals(form))
                .filter(response -> rules.holds(rule, check.now(), response))
                .filter(response -> isNew(
                        rule,
                        response.task(),
                        check,
                        Optional.ofNullable(earlier.get(response.task()))
                                .filter(before -> rules.holds(rule, check.before(), before))
                                .isPresent()))
                .forEach(response -> append(rule, response, check));
    }

    /** Whether nobody was asked since the rule began to hold of this task. */
    private static boolean isNew(QueryRule rule, String task, Check check, boolean heldBefore) {
        List<DataQuery> same = check.raised().stream()
                .filter(query -> query.about().task().equals(task))
                .filter(query -> query.rule().orElseThrow().id().equals(rule.id()))
                .toList();
        return same.isEmpty() || !heldBefore && same.stream().allMatch(DataQuery::isClosed);
    }

    private void append(QueryRule rule, Response response, Check check) {
        UUID id = UUID.randomUUID();
        UUID entry = record("query.raised", id, check);
        Datum about = new Datum(response.event(), response.task(), response.form(), rule.about());
        queries.append(
                new QueryRow(id, check.taken().study(), check.code(), about, response.revision(), rule.id(), entry),
                new QueryStepRow(id, 1, Step.RAISED, "", check.taken().received(), entry));
    }

    private UUID record(String action, UUID query, Check check) {
        return audit.record(
                permission.itself(check.taken().study().id()),
                action,
                check.code().value(),
                "",
                Map.of(
                        "query",
                        query.toString(),
                        "response",
                        check.taken().response().toString()));
    }
}
