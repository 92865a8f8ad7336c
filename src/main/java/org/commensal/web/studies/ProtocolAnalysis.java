package org.commensal.web.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Definitions;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol;
import org.commensal.protocol.Study;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.studies.ProtocolSheet.Details;
import org.commensal.web.studies.ProtocolSheet.Entries;
import org.commensal.web.studies.ProtocolSheet.Entry;
import org.commensal.web.studies.ProtocolSheet.Points;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Term;

/** What a trial measures and how it is compared: outcomes, estimands, number of participants, analysis. */
record ProtocolAnalysis(Study study, Texts texts) {

    Section outcomes() {
        return Section.of(
                "outcomes",
                texts.get("protocol.outcomes"),
                new Entries(
                        "",
                        true,
                        study.protocol().analysis().outcomes().stream()
                                .map(this::outcome)
                                .toList()));
    }

    private Entry outcome(Protocol.Outcome outcome) {
        String order = outcome.order() > 0 ? " " + outcome.order() : "";
        List<String> variables = Labels.variables(study, outcome.variables()).stream()
                .map(texts::in)
                .toList();
        List<Term> terms = new Terms(texts)
                .lines("outcome.variable", variables)
                .plain("outcome.metric", texts.get("metric." + outcome.metric()))
                .add("outcome.summary", outcome.summary())
                .add("outcome.time-point", Labels.event(study, outcome.timePoint()))
                .add("outcome.difference", outcome.importantDifference())
                .list();
        return new Entry(
                texts.get("role-of." + outcome.role()) + order,
                ProtocolSynopsis.tone(outcome.role()),
                texts.in(outcome.name()),
                "",
                "",
                terms,
                "");
    }

    Section estimands() {
        return Section.of(
                "estimands",
                texts.get("protocol.estimands"),
                new Entries(
                        "",
                        study.protocol().analysis().estimands().stream()
                                .map(this::estimand)
                                .toList()));
    }

    private Entry estimand(Protocol.Estimand estimand) {
        List<Term> attributes = new Terms(texts)
                .add("estimand.population", estimand.population())
                .add("estimand.treatment", estimand.treatment())
                .add("outcome.variable", estimand.variable())
                .add("outcome.summary", estimand.summary())
                .lines(
                        "estimand.events",
                        estimand.intercurrentEvents().stream().map(this::event).toList())
                .list();
        String outcome = study.protocol().analysis().outcomes().stream()
                .filter(each -> each.id().equals(estimand.outcome()))
                .map(each -> texts.in(each.name()))
                .findFirst()
                .orElse(estimand.outcome());
        return new Entry("", Tone.PLAIN, outcome, estimand.id(), "", attributes, "");
    }

    private String event(Protocol.IntercurrentEvent event) {
        String strategy = texts.get("strategy." + event.strategy());
        String handling = event.handling().map(said -> ". " + texts.in(said)).orElse(".");
        String sensitivity = event.sensitivity()
                .map(said -> " " + texts.get("estimand.sensitivity") + ": " + texts.in(said))
                .orElse("");
        return stripped(event.event()) + ": " + strategy + handling + sensitivity;
    }

    private String stripped(Text sentence) {
        return texts.in(sentence).replaceFirst("\\.$", "");
    }

    Section size() {
        return Section.of(
                "size",
                texts.get("protocol.size"),
                new Details(
                        "",
                        study.protocol().analysis().sampleSize().map(this::size).orElse(List.of())));
    }

    private List<Term> size(Protocol.SampleSize size) {
        return new Terms(texts)
                .plain("protocol.size.per-arm", Integer.toString(size.perArm()))
                .plain("protocol.size.alpha", size.alpha())
                .plain("protocol.size.power", size.power())
                .lines(
                        "protocol.size.assumptions",
                        size.assumptions().stream().map(this::assumption).toList())
                .add("protocol.size.reasoning", size.reasoning())
                .list();
    }

    private String assumption(Protocol.Assumption assumption) {
        String source = assumption.source().map(from -> " (" + from + ")").orElse("");
        return texts.in(assumption.name()) + ": " + assumption.value() + source;
    }

    Section statistics() {
        return Section.of(
                "statistics",
                texts.get("protocol.statistics"),
                new Details(
                        "",
                        study.protocol()
                                .analysis()
                                .statistics()
                                .map(this::statistics)
                                .orElse(List.of())));
    }

    private List<Term> statistics(Protocol.Statistics statistics) {
        return new Terms(texts)
                .add("statistics.populations", statistics.populations())
                .add("statistics.model", statistics.primaryModel())
                .add("statistics.multiplicity", statistics.multiplicity())
                .add("statistics.missing", statistics.missingData())
                .add("statistics.sensitivity", statistics.sensitivity())
                .add("statistics.subgroups", statistics.subgroups())
                .list();
    }

    Section derived() {
        Map<String, List<Study.DerivedVariable>> byFunction = new LinkedHashMap<>();
        study.derived().forEach(variable -> byFunction
                .computeIfAbsent(variable.function(), none -> new ArrayList<>())
                .add(variable));
        List<Entry> entries = new ArrayList<>();
        byFunction.forEach((function, variables) -> entries.add(function(function, variables)));
        List<String> day = entries.isEmpty()
                ? List.of()
                : Stream.of("completed", "migraine", "headache")
                        .map(each -> texts.get("definition.day." + each))
                        .toList();
        return Section.of(
                "derived",
                texts.get("protocol.derived"),
                new Entries("", entries),
                new Points(texts.get("definition.day"), day));
    }

    private Entry function(String function, List<Study.DerivedVariable> variables) {
        List<Term> terms = new Terms(texts)
                .lines(
                        "definition.variables",
                        variables.stream().map(this::variable).toList())
                .plain("definition.source", Definitions.sourceOf(function))
                .list();
        return Entry.plain(texts.get("definition." + function), "", terms);
    }

    private String variable(Study.DerivedVariable variable) {
        String blocks = Stream.concat(Stream.of(variable.block()), variable.earlier().stream())
                .collect(Collectors.joining(", "));
        return texts.in(variable.label()) + " (" + variable.code() + ", " + blocks + ")";
    }
}
