package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Scope;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * How far the forms are that two people enter. Whether a form is one of them is said by the version of the study that it
 * was filled in on.
 */
@ApplicationScoped
public class DoubleEntryRegister {

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    ResponseLedger responses;

    @Inject
    SecondEntryLedger ledger;

    @Inject
    FreezingLedger freezings;

    /** Those of one participant that are filled in, with the values of those that are entered twice. */
    public List<DoubleEntry> list(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return of(studies.inForce(study), code);
    }

    /** The tasks that this person may still enter for the second time, and hence is not shown. */
    public Set<String> toEnter(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        return permission.allows(actor, Right.SUBMIT_STAFF_RESPONSE, study, participant.site())
                ? of(studies.inForce(study), code).stream()
                        .filter(DoubleEntry::isAwaited)
                        .filter(form -> !form.enteredBy().contains(actor.id()))
                        .map(form -> form.first().task())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Refuses to show a form to somebody who may still enter it for the second time. */
    public void refuseIfBlind(Actor actor, String study, ParticipantCode code, String task) {
        if (toEnter(actor, study, code).contains(task)) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, SubmissionTexts.BLIND.with(task));
        }
    }

    /** Those of one participant, for a use case that checks its own right. */
    List<DoubleEntry> of(PublishedStudy published, ParticipantCode code) {
        Map<String, Study> versions = published.versions();
        Map<String, EntryRevisions> revisions =
                EntryRevisions.of(ledger, published.study().id(), Optional.of(code), versions);
        if (revisions.isEmpty()) {
            return List.of();
        }
        Map<String, SecondEntryRow> seconds = ledger.of(published.study().id(), code).stream()
                .collect(Collectors.toMap(SecondEntryRow::task, row -> row));
        List<ResolutionRow> resolved = ledger.resolutions(
                seconds.values().stream().map(SecondEntryRow::id).toList());
        List<DoubleEntry> forms = new ArrayList<>();
        for (Response first : responses.ofVisitsAndEvents(published, code)) {
            Optional.ofNullable(revisions.get(EntryRevisions.key(code.value(), first.task())))
                    .map(own ->
                            form(published, first, own.by(), Optional.ofNullable(seconds.get(first.task())), resolved))
                    .ifPresent(forms::add);
        }
        return forms;
    }

    /** Refuses to enter or decide about a form once the use of the data was stopped, or the form is frozen or locked. */
    void refuseOnceClosed(String study, Participant participant, Response first) {
        if (participant.withdrawn().containsKey(Part.USE_OF_DATA)) {
            throw new Refusal(Refusal.Reason.CONFLICT, SubmissionTexts.STOPPED.with(participant.code()));
        }
        AppendResponse.refuseUnlessOpen(
                freezings.of(study, participant.code()).state(Scope.form(participant, first.event(), first.task())),
                first.task());
    }

    private DoubleEntry form(
            PublishedStudy published,
            Response first,
            Set<UUID> by,
            Optional<SecondEntryRow> row,
            List<ResolutionRow> resolved) {
        if (row.isEmpty()) {
            return new DoubleEntry(first, by, Optional.empty(), new Answers(Map.of()), List.of());
        }
        UUID entry = row.get().id();
        Questionnaire questionnaire = first.questionnaire(published.versions());
        Answers second = row.get().answers(questionnaire);
        Set<String> decided = resolved.stream()
                .filter(each -> each.entry().equals(entry))
                .map(ResolutionRow::item)
                .collect(Collectors.toSet());
        List<String> differing =
                DoubleEntry.compare(
                                questionnaire,
                                compared(published, first, row.get()).answers(),
                                second)
                        .stream()
                        .filter(item -> !decided.contains(item))
                        .filter(item -> !DoubleEntry.alike(first.answers().get(item), second.get(item)))
                        .toList();
        return new DoubleEntry(first, by, Optional.of(entry), second, differing);
    }

    /** The response that a second entry was compared with, which may have been corrected since. */
    private Response compared(PublishedStudy published, Response first, SecondEntryRow row) {
        return row.response().equals(first.id()) ? first : responses.get(published, row.response());
    }
}
