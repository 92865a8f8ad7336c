package org.commensal.web.studies;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedVersion;
import org.commensal.web.Figure;
import org.commensal.web.Texts;
import org.commensal.web.Words;
import org.commensal.web.studies.ProtocolSheet.Criteria;
import org.commensal.web.studies.ProtocolSheet.Criterion;
import org.commensal.web.studies.ProtocolSheet.Entries;
import org.commensal.web.studies.ProtocolSheet.Entry;
import org.commensal.web.studies.ProtocolSheet.Points;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Version;

/**
 * Puts a published protocol into the words of its reader's language, in the order of SPIRIT.
 *
 * @param seesChanges whether the reader may see what each version changes
 */
record ProtocolReading(Study study, Texts texts, boolean seesChanges) {

    private static final int SHORT = 12;

    ProtocolSheet sheet(PublishedStudy published, List<PublishedVersion> versions) {
        return new ProtocolSheet(
                facts(published),
                sections(published, versions).filter(Section::saysSomething).toList());
    }

    private Stream<Section> sections(PublishedStudy published, List<PublishedVersion> versions) {
        ProtocolSynopsis synopsis = new ProtocolSynopsis(study, texts);
        ProtocolGroups groups = new ProtocolGroups(study, texts);
        ProtocolAnalysis analysis = new ProtocolAnalysis(study, texts);
        ProtocolConduct conduct = new ProtocolConduct(study, texts);
        return Stream.of(
                synopsis.synopsis(),
                synopsis.rationale(),
                groups.arms(),
                eligibility(),
                schedule(),
                groups.allocation(),
                analysis.outcomes(),
                analysis.estimands(),
                analysis.size(),
                analysis.statistics(),
                analysis.derived(),
                new ProtocolForms(study, texts).forms(),
                conduct.safety(),
                conduct.queries(),
                conduct.kits(),
                conduct.monitoring(),
                conduct.consent(),
                conduct.ethics(),
                conduct.data(),
                synopsis.limitations(),
                versions(published, versions));
    }

    private List<Figure> facts(PublishedStudy published) {
        return List.of(
                fact("studies.version", study.version(), published(published.publishedAt())),
                fact("protocol.state", texts.get("state." + Words.code(published.state())), ""),
                fact("protocol.target", Integer.toString(study.target()), texts.get("protocol.target.foot")),
                fact("protocol.sites", Integer.toString(study.sites().size()), ""));
    }

    private Figure fact(String key, String figure, String foot) {
        return new Figure(texts.get(key), figure, "", foot, false, -1);
    }

    private Section eligibility() {
        return Section.of(
                "eligibility",
                texts.get("protocol.eligibility"),
                criteria("protocol.inclusion", true),
                criteria("protocol.exclusion", false),
                new Points(
                        texts.get("protocol.left-out"),
                        study.criteriaLeftOut().stream().map(texts::in).toList()));
    }

    private Criteria criteria(String heading, boolean inclusion) {
        return new Criteria(
                texts.get(heading),
                texts.get("protocol.criteria.none"),
                study.criteria().stream()
                        .filter(criterion -> criterion.inclusion() == inclusion)
                        .map(criterion -> new Criterion(criterion.id(), texts.in(criterion.text())))
                        .toList());
    }

    private Section schedule() {
        return Section.of(
                "schedule",
                texts.get("protocol.schedule"),
                new ProtocolSheet.Schedule(ScheduleGrid.of(study, texts)),
                new Entries(
                        texts.get("protocol.events"),
                        study.schedule().events().stream().map(this::event).toList()));
    }

    private Entry event(EventForm event) {
        String by = texts.get("protocol.by-" + Words.code(event.by()));
        String often = texts.get(event.repeating() ? "protocol.repeating" : "protocol.once");
        return Entry.plain(
                texts.in(event.name()),
                event.when().map(texts::in).orElse(""),
                new Terms(texts)
                        .plain(
                                "protocol.filled-in",
                                texts.in(study.questionnaire(event.form()).title()) + ", " + by + ", " + often)
                        .list());
    }

    private Section versions(PublishedStudy published, List<PublishedVersion> versions) {
        return Section.of(
                "versions",
                texts.get("protocol.versions"),
                new ProtocolSheet.Versions(versions.stream()
                        .map(version -> version(version, published))
                        .toList()));
    }

    private Version version(PublishedVersion version, PublishedStudy inForce) {
        return new Version(
                version.version(),
                published(version.publishedAt()),
                version.hash(),
                version.hash().substring(0, SHORT) + "…",
                version.hash().equals(inForce.hash()),
                Optional.of("/studies/" + study.id() + "/versions/" + version.version())
                        .filter(address -> seesChanges));
    }

    private String published(Instant at) {
        return texts.moment(at, ZoneOffset.UTC) + " UTC";
    }
}
