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

/** One row of {@code withdrawals}: a part that was stopped with. */
@Entity
@Table(name = "withdrawals")
class WithdrawalRow {

    @Id
    private UUID id;

    private String study;
    private String participant;
    private int part;

    @Column(name = "on_day")
    private LocalDate day;

    private String note;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected WithdrawalRow() {}

    WithdrawalRow(
            String study, String participant, Withdrawal.Part part, Withdrawal withdrawal, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.participant = participant;
        this.part = part.ordinal();
        this.day = withdrawal.day();
        this.note = withdrawal.note();
        this.at = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
