package org.commensal.freezing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of {@code freezings}. */
@Entity
@Table(name = "freezings")
class FreezingRow {

    @Id
    private UUID id;

    private String study;
    private String site;
    private String participant;
    private String event;
    private String task;
    private int number;
    private String step;
    private String reason;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected FreezingRow() {}

    FreezingRow(String study, Scope scope, int number, FreezeStep step, String reason, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.site = scope.site();
        this.participant = scope.participant();
        this.event = scope.event();
        this.task = scope.task();
        this.number = number;
        this.step = step.name();
        this.reason = reason;
        this.at = at.atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
