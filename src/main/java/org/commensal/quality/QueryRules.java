package org.commensal.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.eligibility.Facts;
import org.commensal.enrolment.Participant;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.instrument.Value;
import org.commensal.protocol.Conduct.Baseline;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.DerivedVariable;
import org.commensal.questionnaires.Response;

/**
 * Of which responses the query rules of a study hold.
 *
 * <p>A rule is about one item, so that it is judged of each response to the form that has this item. What that form asks
 * is taken from the response itself. Anything else is taken from the same visit where it was answered there, else it is
 * the newest answer of the participant. What is missing makes no rule hold.
 */
final class QueryRules {

    private final Study study;
    private final Participant participant;

    QueryRules(Study study, Participant participant) {
        this.study = study;
        this.participant = participant;
    }

    /** The form that has the item or score that a rule is about. */
    String form(QueryRule rule) {
        return asking(rule.about()).findFirst().orElseThrow();
    }

    /** The rules that an answer to this form can make hold or not: those that name something of it. */
    List<QueryRule> touching(String form) {
        return study.conduct().queries().stream()
                .filter(rule -> Stream.concat(rule.when().names().stream(), Stream.of(rule.about()))
                        .flatMap(this::asking)
                        .anyMatch(form::equals))
                .toList();
    }

    /** The forms from which a variable comes. */
    private Stream<String> asking(String variable) {
        Stream<String> kept = study.conduct().safety().baseline().stream()
                .filter(each -> each.code().equals(variable))
                .flatMap(each -> asking(each.of()));
        Stream<String> derived = study.derived().stream()
                .filter(each -> each.code().equals(variable))
                .map(DerivedVariable::form);
        Stream<String> asked = study.questionnaires().values().stream()
                .filter(each -> codes(each).anyMatch(variable::equals))
                .map(Questionnaire::id);
        return Stream.of(kept, derived, asked).flatMap(each -> each);
    }

    /**
     * Whether a rule holds of one response.
     *
     * @param current the current responses of the participant, in the order in which they were filled in
     * @param response one of them, to the form that the rule is about
     */
    boolean holds(QueryRule rule, List<Response> current, Response response) {
        Set<String> own = codes(study.questionnaire(response.form())).collect(Collectors.toSet());
        Facts facts = new Facts(study, participant, sameVisitLast(current, response));
        Function<String, Value> variables = name -> {
            if (own.contains(name)) {
                return Optional.ofNullable(response.answers().values().get(name))
                        .or(() -> Optional.ofNullable(response.scores().get(name)))
                        .orElse(Value.Missing.UNKNOWN);
            }
            return baseline(name, current).orElseGet(() -> facts.get(name));
        };
        return rule.when().holds(variables);
    }

    private static List<Response> sameVisitLast(List<Response> current, Response response) {
        List<Response> sorted = new ArrayList<>(current);
        sorted.removeIf(each -> each.event().equals(response.event()));
        current.stream().filter(each -> each.event().equals(response.event())).forEach(sorted::add);
        return sorted;
    }

    private Optional<Value> baseline(String name, List<Response> current) {
        return study.conduct().safety().baseline().stream()
                .filter(each -> each.code().equals(name))
                .map(each -> value(each, current))
                .findFirst();
    }

    private static Value value(Baseline baseline, List<Response> current) {
        return current.stream()
                .filter(response -> response.event().equals(baseline.visit()))
                .flatMap(response -> Stream.of(response.answers().values(), response.scores()))
                .filter(values -> values.containsKey(baseline.of()))
                .map(values -> values.get(baseline.of()))
                .findFirst()
                .orElse(Value.Missing.UNKNOWN);
    }

    private static Stream<String> codes(Questionnaire form) {
        return Stream.concat(
                form.items().stream().map(Item::code), form.scores().stream().map(Score::code));
    }
}
