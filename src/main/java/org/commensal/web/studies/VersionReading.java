package org.commensal.web.studies;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyDifference.Severity;
import org.commensal.questionnaires.WeighAmendment.Change;
import org.commensal.questionnaires.WeighAmendment.Weighed;
import org.commensal.studies.PublishedVersion;
import org.commensal.studies.VersionHistory;
import org.commensal.studies.VersionHistory.Standing;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.studies.VersionSheet.Group;
import org.commensal.web.studies.VersionSheet.Line;
import org.commensal.web.studies.VersionSheet.Site;

/**
 * Puts one version of a study into the words of its reader's language.
 *
 * @param scheme whether the version is to allocate otherwise than the study does now
 * @param prepares whether the reader sees what must be on file before a scheme is activated
 * @param approves whether the reader may approve amendments
 * @param releases whether the reader may put an amendment in force at a site
 */
record VersionReading(
        Study study,
        VersionHistory history,
        boolean scheme,
        boolean prepares,
        Texts texts,
        boolean approves,
        Predicate<String> releases) {

    /** What asks the most of a study that runs comes first. */
    private static final List<Severity> ORDER =
            List.of(Severity.NOT_ALLOWED, Severity.SCHEME, Severity.PARTICIPANTS, Severity.DATA, Severity.NONE);

    VersionSheet sheet(String base, Weighed weighed) {
        PublishedVersion version = history.find(study.version()).orElseThrow();
        Standing standing = standing(version);
        return new VersionSheet(
                base,
                study.version(),
                texts.get("version." + Words.code(standing)),
                standing == Standing.IN_FORCE ? Tone.TEAL : Tone.AMBER,
                moment(version.publishedAt()),
                version.hash(),
                weighed.from(),
                ORDER.stream()
                        .flatMap(severity -> group(severity, weighed.changes()))
                        .toList(),
                version.approval()
                        .map(given -> texts.get("version.approved-on", moment(given.at()), given.reference())),
                approves && standing == Standing.PROPOSED,
                scheme,
                scheme && prepares ? Optional.of("/studies/" + study.id() + "/go-live") : Optional.empty(),
                history.scheme().isEmpty()
                        ? List.of()
                        : study.sites().stream()
                                .map(site -> site(site, version))
                                .toList());
    }

    private Standing standing(PublishedVersion version) {
        return history.standing(
                version, study.sites().stream().map(Study.Site::code).toList());
    }

    private Stream<Group> group(Severity severity, List<Change> changes) {
        List<Line> lines = changes.stream()
                .filter(change -> change.difference().severity() == severity)
                .map(this::line)
                .toList();
        return lines.isEmpty()
                ? Stream.of()
                : Stream.of(new Group(texts.get("version.severity." + Words.code(severity)), lines));
    }

    private Line line(Change change) {
        return new Line(
                texts.in(change.difference().sentence()),
                Stream.of(counted("version.kept", change.kept()), counted("version.begun", change.begun()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<String> counted(String key, long count) {
        return count == 0 ? Optional.empty() : Optional.of(texts.get(count == 1 ? key + ".one" : key + ".many", count));
    }

    private Site site(Study.Site site, PublishedVersion version) {
        PublishedVersion now = history.at(site.code());
        boolean next = !scheme && version.approval().isPresent() && history.comesBefore(now, version);
        return new Site(site.code(), site.name(), now.version(), next && releases.test(site.code()));
    }

    private String moment(Instant at) {
        return texts.moment(at, ZoneOffset.UTC) + " UTC";
    }
}
