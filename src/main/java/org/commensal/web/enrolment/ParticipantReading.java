package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.PersonalLinks;
import org.commensal.access.PersonalLinks.Held;
import org.commensal.access.Right;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment.Judgement;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.eligibility.RecordScreeningOutcome;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.enrolment.IssueLink;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery;
import org.commensal.quality.QueryRegister;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.Tasks;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.CountedEligibility;
import org.commensal.randomisation.RecordAllocationEvent;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.reminders.ReminderRegister;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.RaisedAlert;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Labels;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.enrolment.ParticipantFile.Allotment;
import org.commensal.web.enrolment.ParticipantFile.Answered;
import org.commensal.web.enrolment.ParticipantFile.GetsIn;
import org.commensal.web.enrolment.ParticipantFile.Judged;
import org.commensal.web.enrolment.ParticipantFile.Queries;
import org.commensal.web.quality.QueryLine;
import org.commensal.web.randomisation.AllocationWords;
import org.commensal.web.safety.AlertLine;
import org.commensal.web.safety.SafetyReading;

/** Gathers what somebody may see of a participant: each part only with the right to it. */
@ApplicationScoped
public class ParticipantReading {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ConsentRegister consents;

    @Inject
    RecordScreeningOutcome outcomes;

    @Inject
    AssessEligibility eligibility;

    @Inject
    CountedEligibility counted;

    @Inject
    Tasks tasks;

    @Inject
    ResponseRegister responses;

    @Inject
    DoubleEntryRegister twice;

    @Inject
    ReminderRegister reminders;

    @Inject
    ParticipantSteps steps;

    @Inject
    AlertRegister alerts;

    @Inject
    QueryRegister queries;

    @Inject
    SafetyReading safety;

    @Inject
    RevealAllocation reveal;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    RecordAllocationEvent allocations;

    @Inject
    PersonalLinks links;

    @Inject
    IssueLink issue;

    @Inject
    Clock clock;

    /**
     * What one request shows besides.
     *
     * @param identity and {@code allocation}: empty unless this request opened them
     * @param everyReminder also those of long ago
     */
    record Besides(List<Pair> identity, Optional<Pair> allocation, boolean everyReminder) {

        static Besides identity(List<Pair> opened) {
            return new Besides(opened, Optional.empty(), false);
        }

        static Besides allocation(Pair opened) {
            return new Besides(List.of(), Optional.of(opened), false);
        }

        static Besides reminders(boolean every) {
            return new Besides(List.of(), Optional.empty(), every);
        }
    }

    ParticipantFile read(Actor actor, String id, ParticipantCode code, Besides besides, Texts texts) {
        Participant participant = participants.find(actor, id, code);
        String site = participant.site();
        Study study = studies.at(id, site).study();
        Map<String, Study> versions = studies.everInForce(id);
        String base = "/studies/" + id + "/participants/" + code;
        boolean fillsIn = permission.allows(actor, Right.SUBMIT_STAFF_RESPONSE, id, site);
        boolean corrects = permission.allows(actor, Right.CORRECT_RESPONSE, id, site);
        List<Response> given =
                part(actor, Right.SEE_RESPONSES, id, site, () -> responses.ofVisitsAndEvents(actor, id, code));
        List<RaisedAlert> raised = part(actor, Right.SEE_RESPONSES, id, site, () -> alerts.list(actor, id, code));
        Set<String> blind = twice.toEnter(actor, id, code);
        EntryMarks marks = new EntryMarks(
                part(actor, Right.SEE_RESPONSES, id, site, () -> twice.list(actor, id, code)), blind, base, texts);
        return new ParticipantFile(
                code.value(),
                base,
                study.site(site).name(),
                Words.of(participant.stage(), texts),
                steps.of(actor, study, participant, base, texts),
                alerts(raised, study, texts),
                queries(actor, study, versions, participant, texts),
                new Timeline(study, versions, texts).of(participant, outcomes.of(actor, id, code), given, raised),
                part(actor, Right.SEE_IDENTITY, id, site, () -> consents(actor, id, code, base, texts)),
                part(actor, Right.SEE_ELIGIBILITY, id, site, () -> criteria(actor, study, participant, texts)),
                part(actor, Right.SEE_TASKS, id, site, () -> new TaskTable(study, base, fillsIn, corrects, marks, texts)
                        .visits(tasks.of(actor, id, code))),
                part(actor, Right.SEE_RESPONSES, id, site, () -> new EventTable(
                                study, base, fillsIn, corrects, marks, texts)
                        .events(tasks.events(actor, id, code), given)),
                part(actor, Right.SEE_ADVERSE_EVENTS, id, site, () -> safety.adverseEvents(actor, id, code, texts)),
                part(actor, Right.SEE_RESPONSES, id, site, () -> safety.medicines(actor, id, code, texts)),
                part(actor, Right.SEE_RESPONSES, id, site, () -> safety.intercurrent(actor, id, code, texts)),
                answered(
                        given.stream()
                                .filter(response -> !blind.contains(response.task()))
                                .toList(),
                        study,
                        versions,
                        texts),
                permission.allows(actor, Right.SEE_TASKS, id, site)
                        ? reminders
                                .of(actor, id, code)
                                .map(new ReminderTable(study, base, besides.everyReminder(), texts)::reminders)
                        : Optional.empty(),
                participant.reached(Stage.ENROLLED),
                !participant.withdrawn().isEmpty(),
                participant.reached(Stage.ENROLLED) && permission.allows(actor, Right.SEE_IDENTITY, id, site),
                besides.identity(),
                Optional.of(participant)
                        .filter(known -> known.reached(Stage.ENROLLED))
                        .filter(known -> permission.allows(actor, Right.ISSUE_LINK, id, site))
                        .map(known -> getsIn(actor, study, code, base, texts)),
                allotment(actor, study, participant, besides.allocation(), texts));
    }

    private GetsIn getsIn(Actor actor, Study study, ParticipantCode code, String base, Texts texts) {
        Optional<Held> link = links.of(code);
        boolean blocked = link.filter(Held::isBlocked).isPresent();
        String chosen = link.filter(Held::hasPin).isPresent() ? "participant.link.chosen" : "participant.link.none";
        return new GetsIn(
                texts.get(blocked ? "participant.link.blocked" : chosen),
                blocked ? Tone.ROSE : Tone.PLAIN,
                issue.mailed(actor, study.id(), code)
                        .map(mail -> texts.get(
                                "participant.link.mailed",
                                texts.get("reminder." + mail.state().code()),
                                texts.shortMoment(mail.at(), study.zone()))),
                base + "/link");
    }

    private Allotment allotment(Actor actor, Study study, Participant participant, Optional<Pair> shown, Texts texts) {
        ParticipantCode code = participant.code();
        boolean open = reveal.isOpenTo(actor, study, participant.site());
        boolean told = open || unblindings.opened(actor, study.id(), code).isPresent();
        boolean randomised = participant.reached(Stage.RANDOMISED);
        Optional<History> history =
                randomised ? Optional.of(allocations.history(actor, study.id(), code)) : Optional.empty();
        Optional<AllocationWords> words = history.map(made ->
                new AllocationWords(studies.version(study.id(), made.scheme()).study(), texts));
        return new Allotment(
                randomised,
                history.flatMap(made -> words.orElseThrow().way(made)),
                unblindings.unblinded(actor, study.id()).contains(code),
                randomised && told,
                shown,
                history.map(History::scheme),
                history.map(made -> words.orElseThrow().levels(made)).orElse(List.of()),
                history.map(made -> words.orElseThrow().events(made)).orElse(List.of()),
                allotmentSteps(actor, study.id(), participant, open, told, texts));
    }

    private List<Link> allotmentSteps(
            Actor actor, String study, Participant participant, boolean open, boolean told, Texts texts) {
        String base = "/studies/" + study;
        String own = base + "/participants/" + participant.code();
        List<Link> steps = new ArrayList<>();
        if (!told && permission.allows(actor, Right.BREAK_CODE, study, participant.site())) {
            steps.add(new Link(own + "/code-break", texts.get("code-break")));
        }
        if (!open && permission.allows(actor, Right.REQUEST_UNBLINDING, study, participant.site())) {
            steps.add(new Link(
                    base + "/unblinding-request?participant=" + participant.code(), texts.get("unblinding.request")));
        }
        if (permission.allows(actor, Right.RECORD_ALLOCATION_EVENT, study, participant.site())) {
            steps.add(new Link(own + "/allocation-events", texts.get("allocation.record.step")));
        }
        if (participant.reached(Stage.RANDOMISED)) {
            steps.add(new Link(own + "/randomisation/confirmation.pdf", texts.get("confirmation.step")));
        }
        return steps;
    }

    private <T> List<T> part(Actor actor, Right right, String study, String site, Supplier<List<T>> content) {
        return permission.allows(actor, right, study, site) ? content.get() : List.of();
    }

    private List<AlertLine> alerts(List<RaisedAlert> raised, Study study, Texts texts) {
        return raised.stream()
                .sorted(Comparator.comparing(RaisedAlert::open).reversed())
                .map(alert -> AlertLine.of(alert, study, clock.instant(), texts))
                .toList();
    }

    private Optional<Queries> queries(
            Actor actor, Study study, Map<String, Study> versions, Participant participant, Texts texts) {
        if (!permission.allows(actor, Right.SEE_RESPONSES, study.id(), participant.site())) {
            return Optional.empty();
        }
        List<DataQuery> all = queries.list(actor, study.id(), participant.code());
        return Optional.of(new Queries(
                (int) all.stream().filter(query -> !query.isClosed()).count(),
                all.stream()
                        .sorted(Comparator.comparing(DataQuery::isClosed))
                        .map(QueryLine.in(study, versions, texts))
                        .toList(),
                permission.allows(actor, Right.RAISE_QUERY, study.id(), participant.site())));
    }

    /** The copies of what was signed on a screen. */
    private List<Link> consents(Actor actor, String study, ParticipantCode code, String base, Texts texts) {
        return consents.of(actor, study, code).stream()
                .filter(consent -> consent.onScreen().isPresent())
                .map(consent -> new Link(
                        base + "/consents/" + consent.id() + ".pdf",
                        texts.get("consent.signed-version", consent.documentVersion(), texts.day(consent.signedOn()))))
                .toList();
    }

    /** As the criteria counted at randomisation; before it, as they are met now. */
    private List<Judged> criteria(Actor actor, Study study, Participant participant, Texts texts) {
        ParticipantCode code = participant.code();
        List<Judgement> now = Objects.requireNonNull(
                        eligibility.assess(actor, study.id(), List.of(code)).get(code))
                .judgements();
        Map<String, Verdict> counted =
                participant.reached(Stage.RANDOMISED) ? this.counted.of(actor, study.id(), code) : Map.of();
        return now.stream()
                .filter(judgement -> counted.isEmpty()
                        || counted.containsKey(judgement.criterion().id()))
                .map(judgement -> judged(
                        study,
                        judgement,
                        counted.getOrDefault(judgement.criterion().id(), judgement.verdict()),
                        texts))
                .toList();
    }

    /** @param counted the verdict that counts, which newer answers may not bear out */
    private static Judged judged(Study study, Judgement now, Verdict counted, Texts texts) {
        String missing = now.missing().isEmpty()
                ? ""
                : texts.get(
                        "criterion.missing",
                        Labels.variables(study, now.missing()).stream()
                                .map(texts::in)
                                .collect(Collectors.joining("; ")));
        return new Judged(
                texts.in(now.criterion().text()),
                now.criterion().id() + " · "
                        + texts.get(now.criterion().inclusion() ? "criterion.inclusion" : "criterion.exclusion"),
                counted == Verdict.MET,
                Words.of(counted, texts),
                Words.tone(counted),
                counted == now.verdict() ? missing : texts.get("criterion.now", Words.of(now.verdict(), texts)));
    }

    /** Each response in the words of the version that it was given on. */
    private static List<Answered> answered(
            List<Response> given, Study study, Map<String, Study> versions, Texts texts) {
        return given.stream()
                .filter(response -> response.day().isEmpty())
                .sorted(Comparator.comparing(Response::received).reversed())
                .map(response -> answered(versions.getOrDefault(response.version(), study), response, texts))
                .toList();
    }

    private static Answered answered(Study study, Response response, Texts texts) {
        Questionnaire form = study.questionnaire(response.form());
        List<Pair> scores = new ArrayList<>();
        for (Questionnaire.Score score : form.scores()) {
            Optional.ofNullable(response.scores().get(score.code())).ifPresent(value -> {
                String band = score.band(value)
                        .map(sentence -> " (" + texts.in(sentence) + ")")
                        .orElse("");
                scores.add(new Pair(texts.in(score.label()), Words.of(value, texts) + band));
            });
        }
        return new Answered(
                texts.in(form.title()) + "\u00a0· " + texts.in(Labels.event(study, response.event(), response.task())),
                texts.moment(response.received(), study.zone()),
                scores);
    }
}
