package org.commensal.verification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.commensal.freezing.Scope;

/** One row of {@code signatures}. */
@Entity
@Table(name = "signatures")
class SignatureRow {

    @Id
    private UUID id;

    private String study;
    private String site;
    private String participant;
    private String event;
    private String task;
    private String meaning;
    private String sha256;
    private OffsetDateTime at;
    private String zone;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SignatureRow() {}

    SignatureRow(
            UUID id, String study, Scope scope, Meaning meaning, String sha256, Instant at, ZoneId zone, UUID audit) {
        this.id = id;
        this.study = study;
        this.site = scope.site();
        this.participant = scope.participant();
        this.event = scope.event();
        this.task = scope.task();
        this.meaning = meaning.name();
        this.sha256 = sha256;
        this.at = at.atOffset(ZoneOffset.UTC);
        this.zone = zone.getId();
        this.audit = audit;
    }
}
