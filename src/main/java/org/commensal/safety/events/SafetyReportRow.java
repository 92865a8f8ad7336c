package org.commensal.safety.events;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.commensal.audit.JsonColumn;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.jspecify.annotations.Nullable;

/** One row of {@code serious_event_reports}: a report to the sponsor. */
@Entity
@Table(name = "serious_event_reports")
class SafetyReportRow {

    @Id
    private UUID id;

    @Column(name = "serious_event")
    private UUID seriousEvent;

    private int number;
    private String kind;
    private UUID response;
    private @Nullable UUID judgement;
    private String language;

    @Convert(converter = JsonColumn.class)
    private String content;

    private String sha256;

    @Column(name = "sent_at")
    private OffsetDateTime sentAt;

    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SafetyReportRow() {}

    SafetyReportRow(UUID seriousEvent, SafetyReport report, String json, UUID audit) {
        this.id = report.id();
        this.seriousEvent = seriousEvent;
        this.number = report.number();
        this.kind = (report.last() ? Kind.CLOSED : Kind.REPORTED).name();
        this.response = report.response();
        this.judgement = report.judgement().orElse(null);
        this.language = report.language().code();
        this.content = json;
        this.sha256 = report.sha256();
        this.sentAt = utc(report.sent());
        this.at = utc(report.at());
        this.audit = audit;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
