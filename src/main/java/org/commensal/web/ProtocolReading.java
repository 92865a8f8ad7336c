package org.commensal.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedVersion;
import org.commensal.web.ProtocolSheet.Criterion;
import org.commensal.web.ProtocolSheet.Form;
import org.commensal.web.ProtocolSheet.Named;
import org.commensal.web.ProtocolSheet.Version;

/** Puts a published protocol into the words of its reader's language. */
record ProtocolReading(Study study, Texts texts) {

    private static final int SHORT = 12;

    ProtocolSheet sheet(PublishedStudy published, List<PublishedVersion> versions) {
        return new ProtocolSheet(
                texts.in(study.title()),
                texts.in(study.summary()),
                study.sites().stream().map(Study.Site::name).collect(Collectors.joining(", ")),
                facts(published),
                study.arms().stream()
                        .map(arm -> new Named(texts.in(arm.name()), texts.in(arm.description())))
                        .toList(),
                ScheduleGrid.of(study, texts),
                criteria(true),
                criteria(false),
                study.criteriaLeftOut().stream().map(texts::in).toList(),
                study.derived().stream()
                        .map(variable -> new Named(
                                texts.in(variable.label()),
                                variable.code() + " · " + texts.in(Labels.event(study, variable.block()))))
                        .toList(),
                allocation(),
                study.factors().stream().map(this::factor).toList(),
                study.questionnaires().values().stream().map(this::form).toList(),
                versions.stream().map(version -> version(version, published)).toList());
    }

    private List<Overview.Fact> facts(PublishedStudy published) {
        return List.of(
                fact("studies.version", study.version(), published(published.publishedAt())),
                fact("protocol.state", texts.get("state." + Words.code(published.state())), ""),
                fact("protocol.target", Integer.toString(study.target()), texts.get("protocol.target.foot")),
                fact("protocol.sites", Integer.toString(study.sites().size()), ""));
    }

    private Overview.Fact fact(String key, String figure, String foot) {
        return new Overview.Fact(texts.get(key), figure, "", foot, false, -1);
    }

    private List<Criterion> criteria(boolean inclusion) {
        return study.criteria().stream()
                .filter(criterion -> criterion.inclusion() == inclusion)
                .map(criterion -> new Criterion(criterion.id(), texts.in(criterion.text())))
                .toList();
    }

    private List<String> allocation() {
        String seenBy = study.openLabel().stream()
                .map(role -> texts.get("role." + role).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String shown = seenBy.isEmpty()
                ? texts.get("protocol.allocation.nobody")
                : texts.get("protocol.allocation.to", seenBy);
        String balanced = texts.get(study.factors().isEmpty() ? "protocol.allocation.plain" : "protocol.allocation.by");
        return Stream.of(texts.get("protocol.allocation.how", study.arms().size()), shown, balanced)
                .toList();
    }

    private Named factor(Study.FactorRule factor) {
        String levels =
                factor.levels().stream().map(level -> texts.in(level.label())).collect(Collectors.joining(" · "));
        return new Named(texts.in(factor.label()), levels);
    }

    Form form(Questionnaire form) {
        long asked = form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .count();
        return new Form(
                texts.in(form.title()),
                Long.toString(asked),
                texts.get("protocol.minutes", form.minutes()),
                form.provenance()
                        .map(from -> terms(from, texts))
                        .or(() -> form.attribution().map(texts::in))
                        .orElseGet(() -> texts.get("protocol.source.none")),
                form.provenance()
                        .filter(from -> !from.withoutWording().isEmpty())
                        .map(from -> texts.get("protocol.wording.missing")));
    }

    /** The publication and the terms; an instrument that was published without a status has its terms alone. */
    private static String terms(Provenance from, Texts texts) {
        String terms = texts.get("licence." + from.licence().status().code());
        return Stream.of(from.source(), terms)
                .filter(part -> !part.isEmpty())
                .map(part -> part.replaceFirst("\\.$", ""))
                .collect(Collectors.joining(". ", "", "."));
    }

    private Version version(PublishedVersion version, PublishedStudy inForce) {
        return new Version(
                version.version(),
                published(version.publishedAt()),
                version.hash(),
                version.hash().substring(0, SHORT) + "…",
                version.hash().equals(inForce.hash()));
    }

    private String published(Instant at) {
        return texts.moment(at, ZoneOffset.UTC) + " UTC";
    }
}
