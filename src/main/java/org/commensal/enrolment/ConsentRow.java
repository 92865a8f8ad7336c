package org.commensal.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.JsonColumn;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.jspecify.annotations.Nullable;

/** One row of {@code consents}: what a participant agreed to. */
@Entity
@Table(name = "consents")
class ConsentRow {

    private static final String PAPER = "paper";
    private static final String SCREEN = "screen";

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

    private String way;

    @Column(name = "signed_at")
    private @Nullable OffsetDateTime signedAt;

    private @Nullable Integer tries;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ConsentRow() {}

    ConsentRow(String study, ParticipantCode code, RecordConsent.Consent consent, String answers, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.participant = code.value();
        this.documentVersion = consent.documentVersion();
        this.language = consent.language().code();
        this.signedOn = consent.signedOn();
        this.answers = answers;
        this.way = PAPER;
        this.audit = audit;
    }

    ConsentRow onScreen(Instant at, int howOften) {
        way = SCREEN;
        signedAt = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        tries = howOften;
        return this;
    }

    UUID id() {
        return id;
    }

    SignedConsent signed() {
        return new SignedConsent(
                id,
                documentVersion,
                Language.of(language),
                signedOn,
                Optional.ofNullable(signedAt).map(OffsetDateTime::toInstant),
                AnsweredQuestions.read(answers));
    }
}
