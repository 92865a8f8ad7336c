package org.commensal.export;

import java.util.List;
import java.util.stream.Collectors;
import org.commensal.export.format.Formats;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/** What the analyst reads first. */
final class AnalystNote {

    private AnalystNote() {}

    static String of(List<PublishedStudy> versions, Release release, List<String> formats) {
        Study study = versions.get(versions.size() - 1).study();
        return """
                %s
                Release "%s" of study %s, protocol version %s, facts up to checkpoint %d.
                %s
                Blinded: no file holds an allocation or anything computed from one.
                Pseudonymised: subject ids are of this release alone; days count from randomisation (day 0).

                One CSV file a questionnaire, one row a response (UTF-8, comma, header line).
                participants.csv has one row for everybody who consented.
                codebook.csv says what each column means. An empty cell is a missing value; where a value can be
                missing, the column that ends in _missing says why: not-applicable, skipped, refused or unknown.
                %s%sCheck the files with: sha256sum -c SHA256SUMS
                """.formatted(
                        study.title().en(),
                        release.name(),
                        study.id(),
                        study.version(),
                        release.checkpoint(),
                        study.notice().map(notice -> notice.en() + "\n").orElse(""),
                        amended(versions),
                        formats.stream()
                                .map(format -> Formats.of(format).orElseThrow().note())
                                .collect(Collectors.joining()));
    }

    private static String amended(List<PublishedStudy> versions) {
        return versions.size() == 1
                ? ""
                : """
                The protocol was amended while data were collected: versions %s. The column protocol_version says on which
                version a row was filled in; the codebook says which versions have a column, and how it was worded before.
                """.formatted(versions.stream()
                        .map(version -> version.study().version())
                        .collect(Collectors.joining(", ")));
    }
}
