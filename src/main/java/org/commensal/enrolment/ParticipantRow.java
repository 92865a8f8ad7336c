package org.commensal.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code participants}. */
@Entity
@Table(name = "participants")
class ParticipantRow {

    @Id
    private UUID id;

    private String study;
    private String code;
    private String site;
    private String prefix;
    private int number;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ParticipantRow() {}

    ParticipantRow(String study, String code, String site, String prefix, int number, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.code = code;
        this.site = site;
        this.prefix = prefix;
        this.number = number;
        this.audit = audit;
    }
}
