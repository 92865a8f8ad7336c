package org.commensal.safety;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.commensal.questionnaires.ResponseTaken;

/** One row of {@code alerts}: a rule that a response set off. */
@Entity
@Table(name = "alerts")
class AlertRow {

    @Id
    private UUID id;

    private String study;

    @Column(name = "study_version")
    private String studyVersion;

    private String participant;
    private String rule;
    private UUID response;

    @Column(name = "raised_at")
    private OffsetDateTime raisedAt;

    @Column(name = "due_at")
    private OffsetDateTime dueAt;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected AlertRow() {}

    @SuppressWarnings("NullAway.Init") // when it is due follows
    AlertRow(UUID id, ResponseTaken taken, String rule, UUID audit) {
        this.id = id;
        this.study = taken.study().id();
        this.studyVersion = taken.study().version();
        this.participant = taken.participant().code().value();
        this.rule = rule;
        this.response = taken.response();
        this.audit = audit;
    }

    AlertRow due(Instant raised, Instant due) {
        this.raisedAt = raised.atOffset(ZoneOffset.UTC);
        this.dueAt = due.atOffset(ZoneOffset.UTC);
        return this;
    }
}
