package org.commensal.web.studies;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.studies.ProtocolSheet.Entries;
import org.commensal.web.studies.ProtocolSheet.Entry;
import org.commensal.web.studies.ProtocolSheet.Prose;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Term;

/** The forms of a study: how long they are, where they come from, on what terms, and how a release treats each item. */
record ProtocolForms(Study study, Texts texts) {

    private static final List<String> CLASSES =
            List.of("quasi-identifier", "sensitive", "tells-arm", "free-text", "direct-identifier");

    Section forms() {
        return Section.of(
                "forms",
                texts.get("protocol.forms"),
                new Prose("", List.of(texts.get("protocol.classes"))),
                new Entries(
                        "",
                        study.questionnaires().values().stream().map(this::form).toList()));
    }

    Entry form(Questionnaire form) {
        boolean lacks = form.lacksWording();
        long asked = form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .count();
        Terms terms = new Terms(texts)
                .plain(
                        "protocol.questions",
                        texts.get("protocol.form.length", asked, texts.get("protocol.minutes", form.minutes())))
                .plain("protocol.source", source(form));
        form.provenance().ifPresent(from -> terms.lines("protocol.wording", wording(from)));
        terms.lines("protocol.scores", scores(form));
        return new Entry(
                lacks ? texts.get("protocol.wording.missing") : "",
                lacks ? Tone.AMBER : Tone.PLAIN,
                texts.in(form.title()),
                form.id(),
                "",
                Stream.concat(terms.list().stream(), classes(form)).toList(),
                "");
    }

    private String source(Questionnaire form) {
        return form.provenance()
                .map(from -> from.source().replaceFirst("\\.$", "") + ".")
                .or(() -> form.attribution().map(texts::in))
                .orElseGet(() -> texts.get("protocol.source.none"));
    }

    /** The licence and what its owner says; the version of its scoring; what of the wording is not there or not verified. */
    private List<String> wording(Provenance from) {
        String status = texts.get("licence." + from.licence().status().code());
        Stream<String> terms = Stream.of(from.licence().statement())
                .map(statement -> statement.isEmpty() ? status + "." : status + ": " + statement);
        Stream<String> missing = from.withoutWording().isEmpty()
                ? Stream.empty()
                : Stream.of(texts.count(
                        "protocol.wording.without", from.withoutWording().size()));
        Stream<String> unverified = from.unverified().isEmpty()
                ? Stream.empty()
                : Stream.of(texts.count(
                        "protocol.wording.unverified", from.unverified().size()));
        Stream<String> version = Stream.of(from.version())
                .filter(given -> !given.isEmpty())
                .map(given -> texts.get("protocol.scoring", given));
        return Stream.of(terms, missing, unverified, version)
                .flatMap(each -> each)
                .toList();
    }

    private List<String> scores(Questionnaire form) {
        return form.scores().stream().map(score -> texts.in(score.label())).toList();
    }

    /** The items of each class that a release does not treat as any other. */
    private Stream<Term> classes(Questionnaire form) {
        return CLASSES.stream()
                .map(each -> new Term(
                        texts.get("class." + each),
                        Stream.of(form.items().stream()
                                        .filter(item -> item.exportClass().equals(each))
                                        .map(Item::code)
                                        .collect(Collectors.joining(", ")))
                                .filter(codes -> !codes.isEmpty())
                                .toList()))
                .filter(term -> !term.lines().isEmpty());
    }
}
