package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Takes in what a second person entered of a form, and compares it with the response that stands, item by item.
 *
 * <p>It changes no response. Each form is entered a second time once, by somebody who neither entered nor corrected it; the
 * same entry again gets the same answer.
 */
@ApplicationScoped
public class RecordSecondEntry {

    /**
     * What was taken in.
     *
     * @param replay whether it had been taken in before
     */
    public record Receipt(DoubleEntry form, boolean replay) {}

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
    DoubleEntryRegister register;

    @Inject
    SecondEntryLedger ledger;

    @Inject
    Clock clock;

    /** The questions of a form that the actor may enter a second time now. */
    public Questionnaire awaited(Actor actor, String study, ParticipantCode code, String task) {
        Participant participant = enterable(actor, study, code);
        PublishedStudy published = studies.at(study, participant.site());
        DoubleEntry form = form(published, code, task);
        refuse(actor, study, participant, form);
        return form.first().questionnaire(published.versions());
    }

    /** The questions of a form that two people enter, entered once or twice. */
    public Questionnaire form(Actor actor, String study, ParticipantCode code, String task) {
        Participant participant = enterable(actor, study, code);
        PublishedStudy published = studies.at(study, participant.site());
        return form(published, code, task).first().questionnaire(published.versions());
    }

    private Participant enterable(Actor actor, String study, ParticipantCode code) {
        return participants.find(actor, Right.SUBMIT_STAFF_RESPONSE, study, code);
    }

    @Transactional
    public Receipt record(Actor actor, String study, ParticipantCode code, SecondEntry entry) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.SUBMIT_STAFF_RESPONSE, study, participant.site(), code.value());
        freezings.hold(study, code);
        PublishedStudy published = studies.at(study, participant.site());
        published.opened();
        DoubleEntry form = form(published, code, entry.task());
        Questionnaire questionnaire = form.first().questionnaire(published.versions());
        Answers answers = questionnaire.accept(entry.answers());
        String json = AnswersJson.write(answers.values(), questionnaire.confirm(answers, entry.confirmed()));
        String content = entry.task() + json;
        Optional<SecondEntryRow> before = ledger.find(entry.id());
        if (before.isPresent()) {
            if (!before.get().isOf(study, code, content)) {
                throw new Refusal(Reason.CONFLICT, SubmissionTexts.ENTRY_USED);
            }
            return new Receipt(form, true);
        }
        published.collecting();
        refuse(actor, study, participant, form);
        List<String> differing = DoubleEntry.compare(questionnaire, form.first().answers(), answers);
        Digest digest = Digest.of(content);
        ledger.append(new SecondEntryRow(
                entry.id(),
                study,
                code,
                form.first(),
                differing.size(),
                now(),
                json,
                digest,
                recorded(as, code, form.first(), entry.id(), differing.size(), digest)));
        return new Receipt(form(published, code, entry.task()), false);
    }

    private DoubleEntry form(PublishedStudy published, ParticipantCode code, String task) {
        return register.of(published, code).stream()
                .filter(form -> form.first().task().equals(task))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, SubmissionTexts.NOT_TWICE.with(task, code)));
    }

    private void refuse(Actor actor, String study, Participant participant, DoubleEntry form) {
        String task = form.first().task();
        if (!form.isAwaited()) {
            throw new Refusal(Reason.CONFLICT, SubmissionTexts.ENTERED_TWICE.with(task));
        }
        if (form.enteredBy().contains(actor.id())) {
            throw new Refusal(Reason.NOT_ALLOWED, SubmissionTexts.SAME_PERSON.with(task));
        }
        register.refuseOnceClosed(study, participant, form.first());
    }

    private UUID recorded(ActingAs as, ParticipantCode code, Response first, UUID entry, int differing, Digest digest) {
        return audit.record(
                as,
                "response.entered-twice",
                code.value(),
                "",
                Map.of(
                        "task", first.task(),
                        "response", first.id().toString(),
                        "entry", entry.toString(),
                        "differing", Integer.toString(differing),
                        "sha256", digest.hex()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
