package org.commensal.questionnaires;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.IdColumn;
import org.commensal.audit.JsonColumn;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.jspecify.annotations.Nullable;

/** One row of {@code second_answers}. */
@Entity
@Table(name = "second_answers")
class SecondAnswerRow {

    @Id
    private UUID id;

    private String study;
    private String participant;

    @Column(name = "study_version")
    private String studyVersion;

    private String form;
    private String task;

    @Convert(converter = IdColumn.class)
    private @Nullable UUID stands;

    private String language;

    @Column(name = "filled_in_at")
    private OffsetDateTime filledInAt;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    private String zone;

    @Convert(converter = JsonColumn.class)
    private String answers;

    private String salt;
    private String digest;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SecondAnswerRow() {}

    @SuppressWarnings("NullAway.Init") // when, what and audit follow
    SecondAnswerRow(
            Study study, String participant, String task, String form, Submission submission, Optional<UUID> stands) {
        this.id = submission.id();
        this.study = study.id();
        this.participant = participant;
        this.studyVersion = study.version();
        this.form = form;
        this.task = task;
        this.stands = stands.orElse(null);
        this.language = submission.language().code();
        this.zone = submission.zone().orElse(study.zone()).getId();
    }

    SecondAnswerRow when(Instant filledIn, Instant received) {
        this.filledInAt = filledIn.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.receivedAt = received.atOffset(ZoneOffset.UTC);
        return this;
    }

    SecondAnswerRow what(String answersJson, Digest answersDigest) {
        this.answers = answersJson;
        this.salt = answersDigest.salt();
        this.digest = answersDigest.hex();
        return this;
    }

    SecondAnswerRow auditedBy(UUID entry) {
        this.audit = entry;
        return this;
    }

    Optional<UUID> stands() {
        return Optional.ofNullable(stands);
    }

    String participant() {
        return participant;
    }

    String task() {
        return task;
    }

    /** What it was when it came, for staff to take in. */
    Submission submission(Map<String, Study> versions) {
        SecondAnswer answer = answer(versions);
        Map<String, Object> given =
                AnswersJson.given(AnswersJson.document(answer.answers().values()));
        given.remove(AnswersJson.MISSING);
        return new Submission(
                id,
                task,
                Optional.of(studyVersion),
                given,
                AnswersJson.confirmed(answers),
                Language.of(language),
                answer.filledIn(),
                Optional.empty(),
                Optional.of(ZoneId.of(zone)),
                Optional.empty());
    }

    boolean isOf(String ofStudy, ParticipantCode code) {
        return study.equals(ofStudy) && participant.equals(code.value());
    }

    Instant received() {
        return receivedAt.toInstant();
    }

    Digest digest() {
        return new Digest(salt, digest);
    }

    /** @param versions of the study by their names, that of this row among them */
    SecondAnswer answer(Map<String, Study> versions) {
        Study asked = Objects.requireNonNull(versions.get(studyVersion));
        return new SecondAnswer(
                id,
                studyVersion,
                form,
                task,
                stands(),
                filledInAt.toInstant(),
                received(),
                AnswersJson.read(asked.questionnaire(form), answers));
    }
}
