package org.commensal.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.commensal.protocol.Conduct.Alert;
import org.commensal.protocol.Conduct.Baseline;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * Which rules of a study one response sets off: those that are true with it and were not true without it.
 *
 * <p>What the response itself answers counts as not known before, so that the same alarming answer at the next visit sets
 * its rule off again, while a diary sets a rule over a whole block off once. A correction is compared with what it
 * corrects. A response that arrives late, from a phone without a network, is judged by its own answers too, although
 * newer ones are here: what was alarming then is somebody's business now. What is missing sets nothing off.
 */
final class Watch {

    private final Study study;
    private final Participant participant;

    Watch(Study study, Participant participant) {
        this.study = study;
        this.participant = participant;
    }

    /** The rules that an answer to this form can decide: all but those that name items of other forms only. */
    static List<Alert> about(Study study, String form) {
        Set<String> own = codes(study.questionnaire(form)).collect(Collectors.toSet());
        Set<String> elsewhere = study.questionnaires().values().stream()
                .flatMap(Watch::codes)
                .filter(code -> !own.contains(code))
                .collect(Collectors.toSet());
        study.conduct().safety().baseline().stream()
                .filter(each -> elsewhere.contains(each.of()))
                .map(Baseline::code)
                .forEach(elsewhere::add);
        return study.conduct().safety().alerts().stream()
                .filter(alert -> !elsewhere.containsAll(alert.when().names()))
                .toList();
    }

    /**
     * The rules that are set off.
     *
     * @param current the current responses of the participant, in the order in which they were filled in
     * @param taken one of them
     * @param corrected what it corrects
     */
    List<Alert> setOff(List<Response> current, Response taken, Optional<Response> corrected) {
        boolean newest = current.get(current.size() - 1).equals(taken);
        Function<String, Value> now = variables(current);
        Function<String, Value> byItself = newest ? now : variables(last(current, taken));
        List<Alert> holding = about(study, taken.form()).stream()
                .filter(alert -> alert.when().holds(now) || alert.when().holds(byItself))
                .toList();
        if (holding.isEmpty()) {
            return holding;
        }
        List<Response> before = current.stream()
                .flatMap(each -> each.equals(taken) ? corrected.stream() : Stream.of(each))
                .toList();
        Function<String, Value> then = variables(before);
        Function<String, Value> withoutIt =
                corrected.map(of -> variables(last(before, of))).orElseGet(() -> unanswered(then, taken));
        return holding.stream()
                .filter(alert -> becomes(alert, then, now) || becomes(alert, withoutIt, byItself))
                .toList();
    }

    private static boolean becomes(Alert alert, Function<String, Value> before, Function<String, Value> after) {
        return alert.when().holds(after) && !alert.when().holds(before);
    }

    private static List<Response> last(List<Response> responses, Response one) {
        List<Response> sorted = new ArrayList<>(responses);
        sorted.remove(one);
        sorted.add(one);
        return sorted;
    }

    private static Function<String, Value> unanswered(Function<String, Value> then, Response taken) {
        return name ->
                taken.answers().values().containsKey(name) || taken.scores().containsKey(name)
                        ? Value.Missing.UNKNOWN
                        : then.apply(name);
    }

    private Function<String, Value> variables(List<Response> responses) {
        Facts facts = new Facts(study, participant, responses);
        Map<String, Value> baseline = new HashMap<>();
        for (Baseline each : study.conduct().safety().baseline()) {
            responses.stream()
                    .filter(response -> response.event().equals(each.visit()))
                    .flatMap(response -> Stream.of(response.answers().values(), response.scores()))
                    .filter(values -> values.containsKey(each.of()))
                    .forEach(values -> baseline.put(each.code(), values.get(each.of())));
        }
        return name -> baseline.containsKey(name) ? baseline.get(name) : facts.get(name);
    }

    private static Stream<String> codes(Questionnaire form) {
        return Stream.concat(
                form.items().stream().map(Item::code), form.scores().stream().map(Score::code));
    }
}
