package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Protocol.Outcome;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.DerivedVariable;

/**
 * How each outcome of a protocol is read from the data: which value, at which time point, after which baseline.
 *
 * <p>A derived variable is of its block; an item or score is of the form of the outcome's visit that asks it. The baseline
 * of a derived variable is the variable of the same outcome by the same function over another block; that of an item or
 * score is the last one at a visit before randomisation.
 */
final class EndpointPlan {

    /**
     * Where a value is from.
     *
     * @param event the block or visit
     * @param derived whether it is computed from a block; otherwise it is of a form at a visit
     */
    record Source(String variable, String event, String form, boolean derived) {

        String task() {
            return event + "/" + form;
        }
    }

    /**
     * One variable of an outcome at its time point.
     *
     * @param baseline where its value before randomisation may be from, the last first; none where it has none
     */
    record Endpoint(Outcome outcome, Source at, List<Source> baseline) {}

    private final Study study;
    private final Set<String> released;
    private final Map<String, DerivedVariable> derived;
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Set<String> elsewhere = new LinkedHashSet<>();

    /** @param released the variables of forms that may be in a release */
    EndpointPlan(Study study, Set<String> released) {
        this.study = study;
        this.released = released;
        this.derived = study.derived().stream().collect(Collectors.toMap(DerivedVariable::code, Function.identity()));
        study.protocol().analysis().outcomes().forEach(this::add);
    }

    /** In the order of the outcomes. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The variables of outcomes that no form of their visit asks, such as the items of a diary. */
    Set<String> elsewhere() {
        return elsewhere;
    }

    /** Whether a value is from before randomisation, by the anchor of its block or visit. */
    boolean isBefore(Source source) {
        Stream<Anchor> anchors = source.derived()
                ? study.schedule().blocks().stream()
                        .filter(block -> block.code().equals(source.event()))
                        .map(DiaryBlock::anchor)
                : study.schedule().visits().stream()
                        .filter(visit -> visit.code().equals(source.event()))
                        .map(Visit::anchor);
        return anchors.noneMatch(Anchor.RANDOMISATION::equals);
    }

    /** The forms that values are read from. */
    Set<String> forms() {
        return endpoints.stream()
                .flatMap(endpoint -> Stream.concat(Stream.of(endpoint.at()), endpoint.baseline().stream()))
                .filter(source -> !source.derived())
                .map(Source::form)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(Outcome outcome) {
        Set<String> baselines = new HashSet<>();
        for (String variable : outcome.variables()) {
            Optional<Endpoint> endpoint = derived.containsKey(variable)
                    ? Optional.of(ofBlock(outcome, variable))
                    : ofVisit(outcome, variable);
            endpoint.ifPresentOrElse(endpoints::add, () -> elsewhere.add(variable));
            endpoint.filter(found -> found.at().derived())
                    .ifPresent(found -> found.baseline().forEach(source -> baselines.add(source.variable())));
        }
        endpoints.removeIf(endpoint -> endpoint.outcome().equals(outcome)
                && endpoint.at().derived()
                && baselines.contains(endpoint.at().variable()));
    }

    private Endpoint ofBlock(Outcome outcome, String code) {
        DerivedVariable variable = variable(code);
        List<Source> baseline = !variable.block().equals(outcome.timePoint())
                ? List.of()
                : outcome.variables().stream()
                        .filter(other -> !other.equals(code) && derived.containsKey(other))
                        .map(this::variable)
                        .filter(other -> other.function().equals(variable.function()) && isBaseline(other.block()))
                        .map(EndpointPlan::source)
                        .limit(1)
                        .toList();
        return new Endpoint(outcome, source(variable), baseline);
    }

    /** Whether a block is over before anybody is randomised; what counts from there on is no baseline. */
    private boolean isBaseline(String code) {
        return study.schedule().blocks().stream()
                .anyMatch(block -> block.code().equals(code) && block.anchor() != Anchor.RANDOMISATION);
    }

    private DerivedVariable variable(String code) {
        return Optional.ofNullable(derived.get(code)).orElseThrow();
    }

    private static Source source(DerivedVariable variable) {
        return new Source(variable.code(), variable.block(), variable.form(), true);
    }

    private Optional<Endpoint> ofVisit(Outcome outcome, String variable) {
        if (!released.contains(variable)) {
            return Optional.empty();
        }
        List<Visit> visits = new ArrayList<>(study.schedule().visits());
        Collections.reverse(visits);
        return visits.stream()
                .filter(visit -> visit.code().equals(outcome.timePoint()))
                .flatMap(visit -> sources(visit, variable))
                .findFirst()
                .map(at -> new Endpoint(
                        outcome,
                        at,
                        visits.stream()
                                .filter(visit -> visit.anchor() != Anchor.RANDOMISATION)
                                .filter(visit -> !visit.code().equals(at.event()))
                                .flatMap(visit -> sources(visit, variable))
                                .toList()));
    }

    private Stream<Source> sources(Visit visit, String variable) {
        return visit.forms().stream()
                .filter(form -> has(study.questionnaire(form.form()), variable))
                .map(form -> new Source(variable, visit.code(), form.form(), false));
    }

    private static boolean has(Questionnaire form, String variable) {
        return Stream.concat(
                        form.items().stream().map(Item::code),
                        form.scores().stream().map(Questionnaire.Score::code))
                .anyMatch(variable::equals);
    }
}
