package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Role;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.freezing.FreezeState;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Scope;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Manner.Way;
import org.commensal.questionnaires.SubmitResponse.Receipt;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Takes in a submission in one transaction; the constraints of the database have the last word on who was first.
 */
@ApplicationScoped
class AppendResponse {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    ResponseLedger ledger;

    @Inject
    Occurrences occurrences;

    @Inject
    KeepSecondAnswer second;

    @Inject
    DoubleEntryRegister twice;

    @Inject
    Event<ResponseTaken> takenIn;

    @Inject
    Clock clock;

    @Transactional
    public Receipt append(Actor actor, String studyId, ParticipantCode code, Submission submission, Manner manner) {
        Participant participant = participants.find(studyId, code);
        permission.require(actor, Right.SEE_TASKS, studyId, participant.site(), code.value());
        freezings.hold(studyId, code);
        PublishedStudy published = studies.at(studyId, participant.site());
        published.opened();
        List<ResponseRow> known = ledger.alike(studyId, code, submission.id(), submission.task());
        Study study = version(published, participant, submission, known);
        Task task = task(study, participant, submission);
        List<ResponseRow> alike =
                task.key().equals(submission.task()) ? known : ledger.alike(studyId, code, submission.id(), task.key());
        ActingAs as = permit(actor, study, participant, task, submission, manner);
        Questionnaire questionnaire = study.questionnaire(task.form());
        Answers answers = questionnaire.accept(submission.answers());
        String json = AnswersJson.write(answers.values(), questionnaire.confirm(answers, submission.confirmed()));
        String content = task.key() + json;
        Optional<ResponseRow> same = ResponseLedger.withId(alike, submission.id());
        if (same.isPresent()) {
            return replay(as, same.get(), code, content);
        }
        Optional<Receipt> kept = second.before(submission.id(), code, content);
        if (kept.isPresent() && manner.way() != Way.TAKEN_IN) {
            return kept.get();
        }
        published.collecting();
        Instant received = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant filledIn = filledIn(submission, received);
        boolean beside = manner.way() == Way.BESIDE && submission.correction().isEmpty();
        if (beside && !alike.isEmpty()) {
            return second.keep(as, study, code, task.key(), task.form(), submission, alike, json, received);
        }
        LocalDate day = submission.day(received, study.zone());
        int revision = revision(alike, submission, task);
        if (revision == 1) {
            refuseOutsideWindow(task, day);
        } else {
            refuseWhileAwaited(actor, published, code, task);
        }
        refuseOnceStopped(participant, task, revision, day);
        FreezeState frozen = freezings.of(studyId, code).state(Scope.form(participant, task.event(), task.key()));
        if (beside && !frozen.isOpen()) {
            // An occurrence of an event gets its number once it is taken in.
            return second.keep(as, study, code, submission.task(), task.form(), submission, alike, json, received);
        }
        refuseUnlessOpen(frozen, task.key());
        Map<String, Value> scores = questionnaire.score(answers);
        Digest digest = Digest.of(content);
        UUID entry = audit.record(
                as,
                revision == 1 ? "response.submitted" : "response.corrected",
                code.value(),
                submission.correction().map(Submission.Correction::reason).orElse(""),
                manner.source(
                        Map.of("task", task.key(), "response", submission.id().toString(), "sha256", digest.hex())));
        ledger.append(new ResponseRow(study, code.value(), task, submission, revision)
                .when(filledIn, received, day.isAfter(task.due()))
                .what(json, AnswersJson.write(scores), digest)
                .auditedBy(entry));
        takenIn.fire(new ResponseTaken(as, published, study, participant, submission.id(), task, revision, received));
        return new Receipt(submission.id(), task.key(), received, shown(as, scores), false, Optional.empty());
    }

    /**
     * The version of the study that was filled in: what is sent again or corrected is read as it was, what names a version
     * by that one, and the rest by the version that the site works with.
     */
    private Study version(
            PublishedStudy published, Participant participant, Submission submission, List<ResponseRow> alike) {
        Study inForce = published.study();
        Optional<String> name = ResponseLedger.withId(alike, submission.id())
                .filter(row -> row.isOf(participant.code(), submission.task()))
                .map(ResponseRow::studyVersion)
                .or(submission::version)
                .or(() -> submission
                        .correction()
                        .flatMap(correction -> ResponseLedger.withId(alike, correction.corrects()))
                        .map(ResponseRow::studyVersion));
        if (name.isEmpty() || name.get().equals(inForce.version())) {
            return inForce;
        }
        return studies.workedWith(inForce.id(), participant.site(), name.get())
                .orElseThrow(() -> noVersion(name.get(), participant));
    }

    private static Refusal noVersion(String version, Participant participant) {
        Text message = SubmissionTexts.NO_VERSION.with(participant.site(), Text.shorten(version));
        return new Refusal(Reason.INVALID, message, List.of(new Violation("/version", message)));
    }

    private Task task(Study study, Participant participant, Submission submission) {
        if (!participant.reached(Stage.CONSENTED)) {
            throw new Refusal(Reason.NOT_YET, SubmissionTexts.NO_CONSENT.with(participant.code()));
        }
        return study.schedule().tasks(participant.anchors()).stream()
                .filter(task -> task.key().equals(submission.task()))
                .findFirst()
                .or(() -> occurrences.of(study, participant, submission))
                .orElseThrow(() -> new Refusal(
                        Reason.NOT_FOUND,
                        SubmissionTexts.NO_TASK.with(Text.shorten(submission.task()), participant.code())));
    }

    private ActingAs permit(
            Actor actor, Study study, Participant participant, Task task, Submission submission, Manner manner) {
        if (manner.imported().isPresent() && task.by() == FilledBy.STAFF) {
            return permission.require(actor, Right.IMPORT_RESULTS, study.id(), participant.site());
        }
        if (manner.way() == Way.RESOLVED) {
            return permission.require(actor, Right.RESOLVE_DIFFERENCE, study.id(), participant.site());
        }
        if (submission.correction().isPresent() || manner.way() == Way.TAKEN_IN) {
            return permission.require(actor, Right.CORRECT_RESPONSE, study.id(), participant.site());
        }
        Right right = task.by() == FilledBy.STAFF ? Right.SUBMIT_STAFF_RESPONSE : Right.SUBMIT_OWN_RESPONSE;
        return permission.require(
                actor, right, study.id(), participant.site(), participant.code().value());
    }

    private static Map<String, Value> shown(ActingAs as, Map<String, Value> scores) {
        return as.role().equals(Role.PARTICIPANT.code()) ? Map.of() : scores;
    }

    private static Receipt replay(ActingAs as, ResponseRow before, ParticipantCode code, String content) {
        if (!before.digest().isOf(content) || !before.participant().equals(code.value())) {
            throw new Refusal(Reason.CONFLICT, SubmissionTexts.OTHER_CONTENT);
        }
        return new Receipt(
                before.id(), before.task(), before.received(), shown(as, before.scores()), true, Optional.empty());
    }

    private static Instant filledIn(Submission submission, Instant received) {
        Instant filledIn = submission.filledIn(received);
        if (filledIn.isAfter(received.plus(CLOCKS_DIFFER))) {
            throw new Refusal(
                    Reason.INVALID,
                    SubmissionTexts.FUTURE,
                    List.of(new Violation("/filledInAt", SubmissionTexts.FUTURE)));
        }
        return filledIn;
    }

    /** The next revision of this task; refuses a second answer that is no correction, and one of an older revision. */
    private static int revision(List<ResponseRow> alike, Submission submission, Task task) {
        Optional<ResponseRow> newest = alike.isEmpty() ? Optional.empty() : Optional.of(alike.get(alike.size() - 1));
        if (submission.correction().isEmpty()) {
            if (newest.isPresent()) {
                throw new Refusal(Reason.CONFLICT, SubmissionTexts.ANSWERED.with(task.key()));
            }
            return 1;
        }
        Submission.Correction correction = submission.correction().get();
        if (correction.reason().isBlank() || correction.reason().length() > 2000) {
            throw new Refusal(
                    Reason.INVALID,
                    SubmissionTexts.WHY,
                    List.of(new Violation("/correction/reason", SubmissionTexts.WHY)));
        }
        return newest.filter(row -> row.id().equals(correction.corrects()))
                .map(row -> row.revision() + 1)
                .orElseThrow(() -> new Refusal(Reason.CHANGED, SubmissionTexts.NOT_NEWEST));
    }

    /**
     * What was filled in on the day of stopping or before it is taken, also where it arrives later; what is there can be
     * corrected while the data are in use.
     */
    private static void refuseOnceStopped(Participant participant, Task task, int revision, LocalDate day) {
        boolean stopped = participant.withdrawn().containsKey(Part.USE_OF_DATA)
                || revision == 1 && Tasks.stopped(participant, task, day.minusDays(1));
        if (stopped) {
            throw new Refusal(Reason.CONFLICT, SubmissionTexts.STOPPED.with(participant.code()));
        }
    }

    /** Whoever corrects a form has seen it, so that until it is entered twice only who entered it does. */
    private void refuseWhileAwaited(Actor actor, PublishedStudy published, ParticipantCode code, Task task) {
        boolean blind = twice.of(published, code).stream()
                .filter(form -> form.first().task().equals(task.key()))
                .anyMatch(form -> form.isAwaited() && !form.enteredBy().contains(actor.id()));
        if (blind) {
            throw new Refusal(Reason.NOT_YET, SubmissionTexts.AWAITED.with(task.key()));
        }
    }

    static void refuseUnlessOpen(FreezeState frozen, String task) {
        if (!frozen.isOpen()) {
            Text why = frozen == FreezeState.FROZEN ? SubmissionTexts.FROZEN : SubmissionTexts.FINAL;
            throw new Refusal(Reason.NOT_YET, why.with(task));
        }
    }

    private static void refuseOutsideWindow(Task task, LocalDate day) {
        if (day.isBefore(task.opens())) {
            throw new Refusal(Reason.NOT_YET, SubmissionTexts.TOO_EARLY.with(task.opens()));
        }
        if (task.day().isPresent() && day.isAfter(task.due())) {
            throw new Refusal(Reason.NOT_YET, SubmissionTexts.LOCKED.with(task.due()));
        }
    }
}
