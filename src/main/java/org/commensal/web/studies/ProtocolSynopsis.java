package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Protocol;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.studies.ProtocolSheet.Details;
import org.commensal.web.studies.ProtocolSheet.Points;
import org.commensal.web.studies.ProtocolSheet.Prose;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Term;

/** What comes first in a protocol: who runs the trial and how, and why it is done. */
record ProtocolSynopsis(Study study, Texts texts) {

    Section synopsis() {
        return Section.of(
                "synopsis",
                texts.get("protocol.synopsis"),
                new Prose("", List.of(texts.in(study.summary()))),
                new Details(
                        "",
                        Stream.concat(design().stream(), administration().stream())
                                .toList()));
    }

    private List<Term> design() {
        Terms terms = new Terms(texts);
        study.protocol().rationale().design().ifPresent(design -> {
            terms.plain("protocol.design", texts.get("design." + design.structure()));
            terms.plain("protocol.framework", texts.get("framework." + design.framework()));
            terms.add("protocol.setting", design.setting());
        });
        study.protocol()
                .analysis()
                .sampleSize()
                .ifPresent(size -> terms.plain(
                        "protocol.size.per-arm",
                        texts.get(
                                "protocol.size.of", size.perArm(), study.arms().size())));
        terms.lines(
                "protocol.sites", study.sites().stream().map(Study.Site::name).toList());
        terms.add("protocol.recruitment", study.conduct().recruitment().map(Conduct.Recruitment::strategy));
        terms.add("protocol.retention", study.conduct().recruitment().flatMap(Conduct.Recruitment::retention));
        return terms.list();
    }

    private List<Term> administration() {
        Protocol.Administration by = study.protocol().administration();
        Terms terms = new Terms(texts);
        by.registration().ifPresent(registration -> {
            terms.lines(
                    "protocol.registration",
                    registration.entries().stream().map(ProtocolSynopsis::entry).toList());
            terms.add("protocol.access", registration.protocolAccess());
            terms.add("protocol.analysis-access", registration.analysisPlanAccess());
        });
        by.sponsor().ifPresent(sponsor -> {
            List<String> lines = Stream.of(
                            Optional.of(sponsor.name()),
                            sponsor.contact(),
                            sponsor.role().map(texts::in))
                    .flatMap(Optional::stream)
                    .toList();
            terms.lines("protocol.sponsor", lines);
        });
        terms.lines("protocol.funding", by.funding().stream().map(this::funder).toList());
        terms.add("protocol.interests", by.conflictsOfInterest());
        return terms.list();
    }

    private static String entry(Protocol.RegisterEntry entry) {
        return entry.register() + " " + entry.number()
                + entry.url().map(url -> ", " + url).orElse("");
    }

    private String funder(Protocol.Funder funder) {
        return funder.name()
                + funder.support().map(support -> ": " + texts.in(support)).orElse("");
    }

    Section rationale() {
        Protocol.Rationale why = study.protocol().rationale();
        return Section.of(
                "rationale",
                texts.get("protocol.rationale"),
                new Prose("", why.background().stream().map(texts::in).toList()),
                new Details(
                        texts.get("protocol.objectives"),
                        why.objectives().stream().map(this::objective).toList()),
                new Details(
                        "",
                        new Terms(texts)
                                .add("protocol.comparator", why.choiceOfComparator())
                                .add("protocol.involvement", why.patientInvolvement())
                                .list()),
                new Points(texts.get("protocol.references"), why.references()));
    }

    private Term objective(Protocol.Objective objective) {
        return new Term(texts.get("role-of." + objective.role()), List.of(texts.in(objective.text())));
    }

    /** What is primary stands out. */
    static Tone tone(String role) {
        return role.equals("primary") ? Tone.TEAL : Tone.PLAIN;
    }

    Section limitations() {
        List<Text> limitations = study.protocol().limitations();
        return Section.of(
                "limitations",
                texts.get("protocol.limitations"),
                new Points("", limitations.stream().map(texts::in).toList()));
    }
}
