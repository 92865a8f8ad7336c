package org.commensal.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commensal.kernel.ActingAs;

/** One row of {@code audit_entries}. */
@Entity
@Table(name = "audit_entries")
class AuditEntry {

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long position;

    private OffsetDateTime at;
    private UUID person;

    @Column(name = "person_name")
    private String personName;

    private String role;
    private String study;
    private String site;
    private String action;
    private String subject;
    private String reason;

    @Convert(converter = JsonColumn.class)
    private String changes;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(UUID id, Instant at, ActingAs as, String action, String subject, String reason, String changes) {
        this.id = id;
        this.at = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.person = as.actor().id();
        this.personName = as.actor().name();
        this.role = as.role();
        this.study = as.study();
        this.site = as.site();
        this.action = action;
        this.subject = subject;
        this.reason = reason;
        this.changes = changes;
    }

    UUID id() {
        return id;
    }

    long position() {
        return position;
    }

    AuditTrail.Entry entry() {
        return new AuditTrail.Entry(
                id,
                at.toInstant(),
                person,
                personName,
                role,
                study,
                site,
                action,
                subject,
                reason,
                Changes.parse(changes));
    }
}
