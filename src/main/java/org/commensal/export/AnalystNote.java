package org.commensal.export;

import org.commensal.protocol.Study;

/** What the analyst reads first. */
final class AnalystNote {

    private AnalystNote() {}

    static String of(Study study, Release release) {
        return """
                %s
                Release "%s" of study %s, protocol version %s, facts up to checkpoint %d.
                %s
                Blinded: no file holds an allocation or anything computed from one.
                Pseudonymised: subject ids are of this release alone; days count from randomisation (day 0).

                One CSV file a questionnaire, one row a response (UTF-8, comma, header line).
                participants.csv has one row for everybody who consented.
                codebook.csv says what each column means. An empty cell is a missing value; where a value can be
                missing, the column that ends in _missing says why: not-applicable, skipped or unknown.
                Check the files with: sha256sum -c SHA256SUMS
                """.formatted(
                        study.title().en(),
                        release.name(),
                        study.id(),
                        study.version(),
                        release.checkpoint(),
                        study.notice().map(notice -> notice.en() + "\n").orElse(""));
    }
}
