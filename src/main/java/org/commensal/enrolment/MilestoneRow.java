package org.commensal.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One row of {@code milestones}: a stage that was reached. */
@Entity
@Table(name = "milestones")
class MilestoneRow {

    @Id
    private UUID id;

    private String study;
    private String participant;
    private int stage;

    @Column(name = "on_day")
    private LocalDate day;

    private OffsetDateTime at;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected MilestoneRow() {}

    MilestoneRow(String study, String participant, int stage, LocalDate day, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.participant = participant;
        this.stage = stage;
        this.day = day;
        this.at = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
