package org.commensal.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.commensal.kernel.ActingAs;
import org.commensal.protocol.Study;

/** One row of {@code result_imports}. */
@Entity
@Table(name = "result_imports")
class ResultImportRow {

    @Id
    private UUID id;

    private String study;

    @Column(name = "study_version")
    private String studyVersion;

    private String site;
    private String code;
    private String sha256;

    @Column(name = "row_count")
    private int rowCount;

    private int added;
    private int corrected;
    private int unchanged;
    private String reason;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ResultImportRow() {}

    @SuppressWarnings("NullAway.Init") // when and why follow
    ResultImportRow(UUID id, ActingAs as, Study study, DryRun done) {
        this.id = id;
        this.study = study.id();
        this.studyVersion = study.version();
        this.site = as.site();
        this.code = done.code();
        this.sha256 = done.sha256();
        this.rowCount = done.rows();
        this.added = done.added();
        this.corrected = done.corrected();
        this.unchanged = done.unchanged();
    }

    ResultImportRow done(Instant when, String why, UUID entry) {
        this.at = when.atOffset(ZoneOffset.UTC);
        this.reason = why;
        this.audit = entry;
        return this;
    }
}
