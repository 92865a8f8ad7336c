package org.commensal.questionnaires;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.JsonColumn;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.jspecify.annotations.Nullable;

/** One row of {@code responses}. */
@Entity
@Table(name = "responses")
class ResponseRow {

    @Id
    private UUID id;

    private String study;
    private String participant;

    @Column(name = "study_version")
    private String studyVersion;

    private String form;
    private String event;
    private String task;

    @Column(name = "on_day")
    private @Nullable LocalDate day;

    private int revision;
    private String reason;

    @Column(name = "filled_by")
    private String filledBy;

    private String language;

    @Column(name = "filled_in_at")
    private OffsetDateTime filledInAt;

    @Column(name = "received_at")
    private OffsetDateTime receivedAt;

    private String zone;
    private boolean late;

    @Convert(converter = JsonColumn.class)
    private String answers;

    @Convert(converter = JsonColumn.class)
    private String scores;

    private String salt;
    private String digest;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected ResponseRow() {}

    @SuppressWarnings("NullAway.Init") // when, what and audit follow
    ResponseRow(Study study, String participant, Task task, Submission submission, int revision) {
        this.id = submission.id();
        this.study = study.id();
        this.studyVersion = study.version();
        this.participant = participant;
        this.form = task.form();
        this.event = task.event();
        this.task = task.key();
        this.day = task.day().orElse(null);
        this.filledBy = task.by().name();
        this.revision = revision;
        this.reason = submission.correction().map(Submission.Correction::reason).orElse("");
        this.language = submission.language().code();
        this.zone = submission.zone().orElse(study.zone()).getId();
    }

    ResponseRow when(Instant filledIn, Instant received, boolean afterItsWindow) {
        this.filledInAt = utc(filledIn);
        this.receivedAt = utc(received);
        this.late = afterItsWindow;
        return this;
    }

    ResponseRow what(String answersJson, String scoresJson, Digest answersDigest) {
        this.answers = answersJson;
        this.scores = scoresJson;
        this.salt = answersDigest.salt();
        this.digest = answersDigest.hex();
        return this;
    }

    ResponseRow auditedBy(UUID entry) {
        this.audit = entry;
        return this;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    UUID id() {
        return id;
    }

    String study() {
        return study;
    }

    String participant() {
        return participant;
    }

    /** Whether it is about this task of this participant, or about an occurrence of this event. */
    boolean isOf(ParticipantCode code, String taskKey) {
        return participant.equals(code.value()) && (task.equals(taskKey) || task.startsWith(taskKey + "/"));
    }

    String studyVersion() {
        return studyVersion;
    }

    String task() {
        return task;
    }

    int revision() {
        return revision;
    }

    Digest digest() {
        return new Digest(salt, digest);
    }

    Instant received() {
        return receivedAt.toInstant();
    }

    Map<String, Value> scores() {
        return AnswersJson.readScores(scores);
    }

    /** @param versions of the study by their names, that of this row among them */
    Response response(Map<String, Study> versions) {
        Questionnaire questionnaire =
                Objects.requireNonNull(versions.get(studyVersion)).questionnaire(form);
        return new Response(
                id,
                studyVersion,
                form,
                event,
                task,
                Optional.ofNullable(day),
                revision,
                reason,
                filledInAt.toInstant(),
                receivedAt.toInstant(),
                late,
                AnswersJson.read(questionnaire, answers),
                scores());
    }
}
