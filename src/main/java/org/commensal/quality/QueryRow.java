package org.commensal.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;

/** One row of {@code queries}: what is asked about. */
@Entity
@Table(name = "queries")
class QueryRow {

    @Id
    private UUID id;

    private String study;

    @Column(name = "study_version")
    private String studyVersion;

    private String participant;
    private String event;
    private String task;
    private String form;
    private String item;
    private int revision;
    private String rule;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected QueryRow() {}

    QueryRow(UUID id, Study study, ParticipantCode code, Datum about, int revision, String rule, UUID audit) {
        this.id = id;
        this.study = study.id();
        this.studyVersion = study.version();
        this.participant = code.value();
        this.event = about.event();
        this.task = about.task();
        this.form = about.form();
        this.item = about.item();
        this.revision = revision;
        this.rule = rule;
        this.audit = audit;
    }
}
