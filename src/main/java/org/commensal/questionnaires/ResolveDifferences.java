package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.Manner.Way;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.jspecify.annotations.Nullable;

/**
 * Decides about items on which the two entries of a form differ: the first value holds, or the second, or another one.
 * What changes the response is a correction of it, with the reason; another value takes the right to correct.
 */
@ApplicationScoped
public class ResolveDifferences {

    private static final int LONGEST = 2000;

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
    AppendResponse append;

    @Inject
    Clock clock;

    /** @return the form as it is then */
    @Transactional
    public DoubleEntry resolve(Actor actor, String study, ParticipantCode code, Resolution resolution) {
        Participant participant = participants.find(study, code);
        boolean another = resolution.choices().containsValue(DifferenceChoice.OTHER);
        Right right = another ? Right.CORRECT_RESPONSE : Right.RESOLVE_DIFFERENCE;
        ActingAs as = permission.require(actor, right, study, participant.site(), code.value());
        check(resolution);
        freezings.hold(study, code);
        PublishedStudy published = studies.at(study, participant.site());
        published.opened();
        DoubleEntry form = form(published, code, resolution.entry());
        List<ResolutionRow> before = ledger.resolved(resolution.id());
        if (!before.isEmpty()) {
            return replay(before, resolution, form);
        }
        published.collecting();
        refuse(study, participant, form, resolution);
        Optional<UUID> correction = correct(actor, published, code, form, resolution);
        UUID entry = audit.record(
                as,
                "difference.resolved",
                code.value(),
                resolution.reason(),
                Map.of(
                        "task", form.first().task(),
                        "entry", resolution.entry().toString(),
                        "resolution", resolution.id().toString(),
                        "correction", correction.map(UUID::toString).orElse("none")));
        ledger.append(resolution.choices().keySet().stream()
                .sorted()
                .map(item -> new ResolutionRow(resolution, item, correction, entry))
                .toList());
        return form(published, code, resolution.entry());
    }

    private static void check(Resolution resolution) {
        if (resolution.choices().isEmpty()) {
            throw invalid("/choices", SubmissionTexts.CHOOSE);
        }
        if (resolution.reason().isBlank() || resolution.reason().length() > LONGEST) {
            throw invalid("/reason", SubmissionTexts.WHY_CHOSEN);
        }
    }

    private static Refusal invalid(String pointer, Text why) {
        return new Refusal(Reason.INVALID, why, List.of(new Violation(pointer, why)));
    }

    private DoubleEntry form(PublishedStudy published, ParticipantCode code, UUID entry) {
        return register.of(published, code).stream()
                .filter(form -> form.entry().equals(Optional.of(entry)))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private static DoubleEntry replay(List<ResolutionRow> before, Resolution resolution, DoubleEntry form) {
        boolean same =
                before.size() == resolution.choices().size() && before.stream().allMatch(row -> row.isOf(resolution));
        if (!same) {
            throw new Refusal(Reason.CONFLICT, SubmissionTexts.DECIDED);
        }
        return form;
    }

    private void refuse(String study, Participant participant, DoubleEntry form, Resolution resolution) {
        Response first = form.first();
        if (!first.id().equals(resolution.seen())) {
            throw new Refusal(Reason.CHANGED, SubmissionTexts.NOT_NEWEST);
        }
        resolution.choices().keySet().stream()
                .filter(item -> !form.differing().contains(item))
                .findFirst()
                .ifPresent(item -> {
                    throw new Refusal(Reason.CONFLICT, SubmissionTexts.NO_DIFFERENCE.with(Text.shorten(item)));
                });
        register.refuseOnceClosed(study, participant, first);
    }

    /** Corrects the response where what was chosen changes it; answers with the id of the correction. */
    private Optional<UUID> correct(
            Actor actor, PublishedStudy published, ParticipantCode code, DoubleEntry form, Resolution resolution) {
        Response first = form.first();
        Questionnaire questionnaire = first.questionnaire(published.versions());
        Map<String, @Nullable Object> chosen = chosen(questionnaire, form, resolution);
        if (DoubleEntry.compare(questionnaire, first.answers(), questionnaire.accept(chosen))
                .isEmpty()) {
            return Optional.empty();
        }
        Submission submission = new Submission(
                resolution.id(),
                first.task(),
                Optional.of(first.version()),
                chosen,
                codes(questionnaire),
                resolution.language(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Submission.Correction(first.id(), resolution.reason())));
        return Optional.of(append.append(actor, published.study().id(), code, submission, Manner.of(Way.RESOLVED))
                .id());
    }

    /** The answers as they will be, as somebody would give them. */
    private static Map<String, @Nullable Object> chosen(
            Questionnaire questionnaire, DoubleEntry form, Resolution resolution) {
        Map<String, @Nullable Object> chosen = new HashMap<>();
        questionnaire.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .map(Item::code)
                .forEach(item -> {
                    DifferenceChoice choice = resolution.choices().getOrDefault(item, DifferenceChoice.FIRST);
                    Answers entered = choice == DifferenceChoice.SECOND
                            ? form.second()
                            : form.first().answers();
                    if (choice == DifferenceChoice.OTHER) {
                        chosen.put(item, resolution.others().get(item));
                    } else if (entered.get(item) != Value.Missing.UNKNOWN) {
                        chosen.put(item, AnswersJson.given(entered.get(item)));
                    }
                });
        return chosen;
    }

    /** Whoever decides has looked at every answer, so that none of them is asked about again. */
    private static Set<String> codes(Questionnaire questionnaire) {
        Set<String> codes = new HashSet<>();
        questionnaire.items().forEach(item -> codes.add(item.code()));
        return codes;
    }
}
