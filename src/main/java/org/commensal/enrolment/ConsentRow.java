package org.commensal.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.commensal.audit.JsonColumn;

/** One row of {@code consents}: what a participant agreed to. */
@Entity
@Table(name = "consents")
class ConsentRow {

    @Id
    private UUID id;

    private String study;
    private String participant;

    @Column(name = "document_version")
    private String documentVersion;

    private String language;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Convert(converter = JsonColumn.class)
    private String answers;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ConsentRow() {}

    ConsentRow(
            String study,
            String participant,
            String documentVersion,
            String language,
            LocalDate signedOn,
            String answers,
            UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.participant = participant;
        this.documentVersion = documentVersion;
        this.language = language;
        this.signedOn = signedOn;
        this.answers = answers;
        this.audit = audit;
    }
}
