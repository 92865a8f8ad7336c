package org.commensal.questionnaires;

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
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ParticipantCode;

/** One row of {@code second_entries}. */
@Entity
@Table(name = "second_entries")
class SecondEntryRow {

    @Id
    private UUID id;

    private String study;
    private String participant;
    private String task;
    private UUID response;
    private int differing;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    @Convert(converter = JsonColumn.class)
    private String answers;

    private String salt;
    private String digest;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SecondEntryRow() {}

    /** @param first the response that it was compared with */
    SecondEntryRow(
            UUID id,
            String study,
            ParticipantCode code,
            Response first,
            int differing,
            Instant received,
            String answers,
            Digest digest,
            UUID audit) {
        this.id = id;
        this.study = study;
        this.participant = code.value();
        this.task = first.task();
        this.response = first.id();
        this.differing = differing;
        this.receivedAt = received.atOffset(ZoneOffset.UTC);
        this.answers = answers;
        this.salt = digest.salt();
        this.digest = digest.hex();
        this.audit = audit;
    }

    UUID id() {
        return id;
    }

    String participant() {
        return participant;
    }

    String task() {
        return task;
    }

    /** The response that it was compared with. */
    UUID response() {
        return response;
    }

    /** On how many items it differed from that. */
    int differing() {
        return differing;
    }

    Instant received() {
        return receivedAt.toInstant();
    }

    Answers answers(Questionnaire form) {
        return AnswersJson.read(form, answers);
    }

    /** Whether it is the same about the same participant. */
    boolean isOf(String ofStudy, ParticipantCode code, String content) {
        return study.equals(ofStudy) && participant.equals(code.value()) && new Digest(salt, digest).isOf(content);
    }
}
