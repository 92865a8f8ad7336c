package org.commensal.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.export.format.Formats;
import org.commensal.export.release.Table;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/** What the analyst reads first. */
final class AnalystNote {

    private AnalystNote() {}

    static String of(List<PublishedStudy> versions, Release release, List<Table> tables, List<String> formats) {
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
                %s%s%sCheck the files with: sha256sum -c SHA256SUMS
                """.formatted(
                        study.title().en(),
                        release.name(),
                        study.id(),
                        study.version(),
                        release.checkpoint(),
                        study.notice().map(notice -> notice.en() + "\n").orElse(""),
                        amended(versions),
                        besides(versions, tables),
                        formats.stream()
                                .map(format -> Formats.of(format).orElseThrow().note())
                                .collect(Collectors.joining()));
    }

    /** The tables besides participants and questionnaires, which the first edition does not have. */
    private static String besides(List<PublishedStudy> versions, List<Table> tables) {
        Set<String> forms = versions.stream()
                .flatMap(version -> version.study().questionnaires().keySet().stream())
                .collect(Collectors.toSet());
        List<String> lines = tables.stream()
                .filter(table -> !table.name().equals("participants") && !forms.contains(table.name()))
                .map(table ->
                        "  %s.csv: %s\n".formatted(table.name(), table.label().en()))
                .toList();
        return lines.isEmpty() ? "" : """

                Besides, with the facts put together by subject:
                %s
                What became of a form or a diary day is told on the day of the checkpoint: answered, missing,
                not-applicable (they stopped before it was due) or not-reached (its window is not over, or never
                came). A computed value that is not there says the same: not-reached is .e in Stata, -999999995 in
                SPSS and .E in SAS. Dates that were asked are study days, and are empty without randomisation.

                """.formatted(String.join("", lines));
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
