package org.commensal.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commensal.safety.RaisedAlert.Step;

/** One row of {@code alert_steps}: what staff did about an alert. */
@Entity
@Table(name = "alert_steps")
class AlertStepRow {

    @Id
    private UUID id;

    private UUID alert;
    private String step;
    private String note;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected AlertStepRow() {}

    AlertStepRow(UUID alert, Step step, String note, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.alert = alert;
        this.step = step.name();
        this.note = note;
        this.at = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
