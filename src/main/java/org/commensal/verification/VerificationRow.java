package org.commensal.verification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of {@code verifications}: that a revision was compared with its source. */
@Entity
@Table(name = "verifications")
class VerificationRow {

    @Id
    private UUID response;

    private String study;
    private String participant;
    private String task;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected VerificationRow() {}

    VerificationRow(String study, FormRecord verified, Instant at, UUID audit) {
        this.response = verified.response();
        this.study = study;
        this.participant = verified.scope().participant();
        this.task = verified.scope().task();
        this.at = at.atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
