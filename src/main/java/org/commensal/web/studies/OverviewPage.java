package org.commensal.web.studies;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.DeviationRegister;
import org.commensal.quality.QueryRegister;
import org.commensal.quality.WaitingQueries;
import org.commensal.questionnaires.DoubleEntry;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.ProgressRegister;
import org.commensal.questionnaires.WaitingEntries;
import org.commensal.questionnaires.WaitingEntries.Waiting;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.reminders.ReminderRegister;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.RaisedAlert;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Attention;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.Worklist;
import org.commensal.web.kits.KitAlarms;
import org.commensal.web.kits.KitsSheet;
import org.commensal.web.randomisation.AllocationRequestLine;
import org.commensal.web.safety.AdverseEventTasks;
import org.commensal.web.safety.AlertLine;
import org.commensal.web.unblinding.UnblindingLine;
import org.jspecify.annotations.Nullable;

/** How a study stands at the sites that the reader works at, and what waits there. */
@ApplicationScoped
@Path("/studies/{study}")
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {

    private static final int LINES = 5;
    private static final int PAGE = 50;
    private static final int QUERY_IS_OLD = 14;

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ProgressRegister progress;

    @Inject
    ScreeningRegister screening;

    @Inject
    AlertRegister alerts;

    @Inject
    QueryRegister queries;

    @Inject
    WaitingEntries twice;

    @Inject
    DeviationRegister deviations;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    AdverseEventTasks adverseEvents;

    @Inject
    KitAlarms kits;

    @Inject
    AllocationRequestRegister requests;

    @Inject
    ReminderRegister reminders;

    @Inject
    Clock clock;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @QueryParam("waiting") @DefaultValue("") String waiting,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.SEE_PARTICIPANTS, id);
        Screen screen = screens.in(id);
        PublishedStudy published = studies.get(actor, id);
        boolean opened = published.state() != PublishedStudy.State.PUBLISHED;
        List<ParticipantProgress> all = opened ? progress.of(actor, id) : List.of();
        boolean screens = published.state().recruits() && permission.allowsSomewhere(actor, Right.SCREEN, id);
        int page = waiting.equals("all") ? Paging.number(numbered) : -1;
        return pages.studiesOverview(
                screen, overview(published.study(), all, page, screen.texts()), "/studies/" + id, screens, opened);
    }

    /** @param page of everything that waits; negative for the first few lines */
    private Overview overview(Study study, List<ParticipantProgress> all, int page, Texts texts) {
        String id = study.id();
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        boolean whole = permission
                .sites(currentActor.actor(), Right.SEE_PARTICIPANTS, id)
                .contains("*");
        Set<String> ended = screening.ended(id);
        List<Supplier<Attention>> waiting = waiting(study, all, ended, today, texts);
        int size = page < 0 ? LINES : PAGE;
        int shown = Paging.within(Math.max(0, page), size, waiting.size());
        return new Overview(
                new KeyFigures(study, whole, ended, texts).of(all),
                waiting.stream()
                        .skip((long) shown * size)
                        .limit(size)
                        .map(Supplier::get)
                        .toList(),
                new Paging(
                        shown,
                        size,
                        waiting.size(),
                        (shown + 1) * size < waiting.size(),
                        "/studies/" + id + "?waiting=all&page="),
                page >= 0,
                curve(study, all, today, whole, texts),
                Completeness.of(study, all, today, texts));
    }

    private List<Supplier<Attention>> waiting(
            Study study, List<ParticipantProgress> all, Set<String> ended, LocalDate today, Texts texts) {
        List<Attention> pressing = new ArrayList<>(unblindings(study, texts));
        pressing.addAll(allocationRequests(study, texts));
        pressing.addAll(adverseEvents.of(currentActor.actor(), study, texts));
        pressing.addAll(alerts(study, texts));
        pressing.addAll(kits(study, texts));
        pressing.addAll(queries(study, today, texts));
        List<Waiting> entries = twice.list(currentActor.actor(), study.id());
        pressing.addAll(doubleEntry(entries, DoubleEntry.State.DIFFERING, study, texts));
        pressing.addAll(doubleEntry(entries, DoubleEntry.State.AWAITED, study, texts));
        pressing.addAll(deviations(study, texts));
        pressing.addAll(reminders(study, texts));
        List<ParticipantProgress> going = all.stream()
                .filter(each -> !ended.contains(each.participant().code().value()))
                .toList();
        List<Supplier<Attention>> waiting = new ArrayList<>();
        pressing.forEach(line -> waiting.add(() -> line));
        waiting.addAll(new Worklist(study, today, texts).of(going));
        return waiting;
    }

    /** Codes that others broke and unblindings that others asked for, before everything else; never an arm. */
    private List<Attention> unblindings(Study study, Texts texts) {
        return unblindings.waiting(currentActor.actor(), study.id()).stream()
                .map(each -> UnblindingLine.of(each, unblindings.state(each), study, texts))
                .map(line -> new Attention(
                        line.tag(), line.tone(), line.participants(), line.href(), line.about(), line.due()))
                .toList();
    }

    /** Allocations outside the streams that wait for this person; never an arm. */
    private List<Attention> allocationRequests(Study study, Texts texts) {
        return requests.waiting(currentActor.actor(), study.id()).stream()
                .map(each -> AllocationRequestLine.of(each, study, texts))
                .map(line -> new Attention(line.tag(), line.tone(), line.whom(), line.href(), line.about(), line.due()))
                .toList();
    }

    /** The open alerts, in the order in which they are due. */
    private List<Attention> alerts(Study study, Texts texts) {
        Actor actor = currentActor.actor();
        boolean sees = permission.allowsSomewhere(actor, Right.SEE_RESPONSES, study.id());
        List<RaisedAlert> raised = sees ? alerts.list(actor, study.id()) : List.of();
        return raised.stream()
                .filter(RaisedAlert::open)
                .map(alert -> AlertLine.of(alert, study, clock.instant(), texts))
                .map(line -> new Attention(
                        texts.get("attention.alert"),
                        line.tone(),
                        line.code(),
                        line.href(),
                        texts.get("attention.alert.reason", line.name(), line.tag()),
                        line.due()))
                .toList();
    }

    /** What is wrong with the stock of kits, in totals that tell no kind. */
    private List<Attention> kits(Study study, Texts texts) {
        Actor actor = currentActor.actor();
        boolean sees =
                study.conduct().kits().isPresent() && permission.allowsSomewhere(actor, Right.SEE_KITS, study.id());
        List<KitsSheet.Alarm> alarms = sees ? kits.inShort(actor, study, texts) : List.of();
        return alarms.stream()
                .map(alarm -> new Attention(
                        texts.get("kits"),
                        alarm.tone(),
                        alarm.about(),
                        alarm.href().orElse("/studies/" + study.id() + "/kits"),
                        alarm.text(),
                        ""))
                .toList();
    }

    /** Queries to answer or to close, a line for each participant, the one that waits longest first. */
    private List<Attention> queries(Study study, LocalDate today, Texts texts) {
        return queries.waiting(currentActor.actor(), study.id()).stream()
                .map(waiting -> attention(waiting, study, today, texts))
                .toList();
    }

    private static Attention attention(WaitingQueries waiting, Study study, LocalDate today, Texts texts) {
        LocalDate since = waiting.since().atZone(study.zone()).toLocalDate();
        String code = waiting.participant().value();
        return new Attention(
                texts.get("attention.query"),
                since.isBefore(today.minusDays(QUERY_IS_OLD)) ? Tone.AMBER : Tone.PLAIN,
                code,
                "/studies/" + study.id() + "/participants/" + code + "#queries",
                texts.count("attention.query." + Words.code(waiting.state()), waiting.count()),
                texts.get("attention.since", texts.shortDay(since)));
    }

    /** Forms that two people enter and that are in one state, a line for each participant, longest first. */
    private static List<Attention> doubleEntry(
            List<Waiting> waiting, DoubleEntry.State state, Study study, Texts texts) {
        return waiting.stream()
                .filter(each -> each.state() == state)
                .collect(Collectors.groupingBy(Waiting::participant, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(own -> attention(own, study, texts))
                .toList();
    }

    private static Attention attention(List<Waiting> own, Study study, Texts texts) {
        Waiting first = own.get(0);
        boolean differs = first.state() == DoubleEntry.State.DIFFERING;
        String kind = differs ? "attention.difference" : "attention.second-entry";
        String code = first.participant().value();
        String file = "/studies/" + study.id() + "/participants/" + code;
        return new Attention(
                texts.get(kind),
                differs ? Tone.AMBER : Tone.PLAIN,
                code,
                own.size() > 1 ? file + "#tasks" : file + (differs ? "/differences/" : "/second-entry/") + first.task(),
                own.size() > 1
                        ? texts.get(kind + ".several", own.size())
                        : texts.get(
                                kind + ".reason",
                                texts.in(first.study()
                                        .questionnaire(first.form())
                                        .title())),
                texts.get(
                        "attention.since",
                        texts.shortDay(first.since().atZone(study.zone()).toLocalDate())));
    }

    /** How many deviations wait to be confirmed. */
    private List<Attention> deviations(Study study, Texts texts) {
        int waiting = deviations.toConfirm(currentActor.actor(), study.id());
        return waiting == 0
                ? List.of()
                : List.of(new Attention(
                        texts.get("attention.deviation"),
                        Tone.AMBER,
                        texts.count("attention.deviation.to-confirm", waiting),
                        "/studies/" + study.id() + "/deviations?kind=to-confirm",
                        texts.get("attention.deviation.reason"),
                        ""));
    }

    /** Reminders that the mail server did not take, in totals. */
    private List<Attention> reminders(Study study, Texts texts) {
        return reminders.notTaken(currentActor.actor(), study.id()).entrySet().stream()
                .map(failed -> new Attention(
                        texts.get("attention.reminders"),
                        Tone.ROSE,
                        texts.count(
                                "attention.reminders.not-sent",
                                failed.getValue().intValue()),
                        "/studies/" + study.id() + "/participants",
                        texts.get("reminder.why." + failed.getKey().code()),
                        ""))
                .toList();
    }

    private static Optional<EnrolmentCurve> curve(
            Study study, List<ParticipantProgress> all, LocalDate today, boolean whole, Texts texts) {
        List<LocalDate> randomised = days(all, Stage.RANDOMISED).toList();
        int target = whole ? study.target() : 0;
        return days(all, Stage.SCREENED)
                .findFirst()
                .map(first -> EnrolmentCurve.of(randomised, first, today, target, texts));
    }

    private static Stream<LocalDate> days(List<ParticipantProgress> all, Stage stage) {
        return all.stream()
                .flatMap(each ->
                        Optional.ofNullable(each.participant().milestones().get(stage)).stream())
                .sorted();
    }
}
