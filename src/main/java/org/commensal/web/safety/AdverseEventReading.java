package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.Causality;
import org.commensal.safety.events.Judgement;
import org.commensal.safety.events.SafetyReport;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SeriousEvent.Step;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Texts;
import org.commensal.web.Words;
import org.commensal.web.safety.AdverseEventSheet.Follow;

/** Gathers what somebody may see and do of an adverse event. */
@ApplicationScoped
class AdverseEventReading {

    @Inject
    Permission permission;

    @Inject
    Clock clock;

    AdverseEventSheet of(Actor actor, AdverseEvent event, Texts texts) {
        String study = event.study().id();
        String site = event.participant().site();
        String own = "/studies/" + study + "/participants/" + event.code();
        AdverseEventWords words = new AdverseEventWords(texts, clock.instant());
        boolean judges = permission.allows(actor, Right.JUDGE_ADVERSE_EVENT, study, site);
        return new AdverseEventSheet(
                words.name(event),
                new Link(
                        permission.allows(actor, Right.SEE_PARTICIPANTS, study, site)
                                ? own
                                : "/studies/" + study + "/adverse-events",
                        event.code().value()),
                words.href(event),
                words.tag(event),
                facts(event, words),
                permission.allows(actor, Right.CORRECT_RESPONSE, study, site)
                        ? Optional.of(own + "/forms/" + event.response().task())
                        : Optional.empty(),
                event.response().id().toString(),
                event.judgements().stream()
                        .map(made -> judgement(made, event, texts))
                        .toList(),
                event.judgement().isPresent() && !event.isJudged(),
                judges
                        ? Stream.of(Causality.values())
                                .map(each -> new Pair(each.code(), texts.get("ae.causality." + each.code())))
                                .toList()
                        : List.of(),
                event.serious().map(serious -> follow(event, serious, judges, words)));
    }

    private static List<Pair> facts(AdverseEvent event, AdverseEventWords words) {
        Texts texts = words.texts();
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(texts.get("ae.term"), event.term()));
        facts.add(new Pair(texts.get("ae.category"), texts.in(event.label(Part.CATEGORY))));
        facts.add(new Pair(texts.get("ae.start"), event.start().map(texts::day).orElse("–")));
        facts.add(new Pair(texts.get("ae.study-day"), words.studyDay(event)));
        facts.add(new Pair(
                texts.get("ae.end"),
                event.isOngoing()
                        ? texts.get("ae.ongoing")
                        : event.end().map(texts::day).orElse("–")));
        facts.add(new Pair(texts.get("ae.grade"), words.grade(event.grade())));
        facts.add(new Pair(
                texts.get("ae.serious"),
                event.isSerious() ? texts.get("ae.serious.by", words.criteria(event.criteria())) : texts.get("no")));
        facts.add(new Pair(texts.get("ae.action"), texts.in(event.label(Part.ACTION))));
        facts.add(new Pair(texts.get("ae.outcome"), words.outcome(event.outcome())));
        if (!event.narrative().isEmpty()) {
            facts.add(new Pair(texts.get("ae.narrative"), event.narrative()));
        }
        return facts;
    }

    private static Done judgement(Judgement made, AdverseEvent event, Texts texts) {
        String said = texts.get(
                "ae.judgement",
                texts.get("ae.causality." + made.causality().code()),
                texts.get(made.expected() ? "ae.expected.yes" : "ae.expected.no"));
        return new Done(said, made.note(), made.by(), moment(made.at(), event, texts));
    }

    private Follow follow(AdverseEvent event, SeriousEvent serious, boolean judges, AdverseEventWords words) {
        Texts texts = words.texts();
        boolean tells = judges
                && event.committeeDue().isPresent()
                && serious.committeeTold().isEmpty();
        Optional<SafetyReport> newest = serious.newestReport();
        boolean changed = newest.filter(
                        report -> !report.response().equals(event.response().id())
                                || !report.judgement().equals(event.judgement().map(Judgement::id)))
                .isPresent();
        return new Follow(
                clocks(event, serious, words),
                changed && serious.isOpen(),
                serious.steps().stream().map(step -> step(step, event, texts)).toList(),
                serious.reports().stream()
                        .map(report -> new Link(
                                words.href(event) + "/reports/" + report.number() + ".pdf", reportName(report, texts)))
                        .toList(),
                judges && serious.isOpen()
                        ? Optional.of(new Pair(
                                Integer.toString(serious.reports().size()),
                                reportName(serious.reports().size(), texts)))
                        : Optional.empty(),
                tells);
    }

    private static List<Pair> clocks(AdverseEvent event, SeriousEvent serious, AdverseEventWords words) {
        Texts texts = words.texts();
        List<Pair> clocks = new ArrayList<>();
        clocks.add(new Pair(texts.get("sae.aware"), moment(serious.aware(), event, texts)));
        if (serious.state() != SeriousEvent.State.NOT_SERIOUS) {
            clocks.add(new Pair(texts.get("sae.due"), moment(serious.due(), event, texts)));
        }
        if (serious.isLate(words.now())) {
            clocks.add(new Pair(texts.get("sae.late"), texts.get("sae.late.means")));
        }
        event.committeeDue()
                .ifPresent(due -> clocks.add(new Pair(
                        texts.get("sae.committee.due"),
                        serious.committeeTold()
                                .map(told -> texts.get("sae.committee.told", moment(told, event, texts)))
                                .orElseGet(() -> moment(due, event, texts)))));
        return clocks;
    }

    private static Done step(Step step, AdverseEvent event, Texts texts) {
        ZoneId zone = event.study().zone();
        return new Done(
                texts.get("sae.step." + Words.code(step.kind())) + ": " + texts.moment(step.moment(), zone),
                step.note(),
                step.by(),
                texts.moment(step.at(), zone));
    }

    static String reportName(SafetyReport report, Texts texts) {
        String name = reportName(report.number(), texts);
        return report.last() ? texts.get("sae.report.final", name) : name;
    }

    private static String reportName(int number, Texts texts) {
        return number == 0 ? texts.get("sae.report.initial") : texts.get("sae.report.follow-up", number);
    }

    private static String moment(Instant at, AdverseEvent event, Texts texts) {
        return texts.moment(at, event.study().zone());
    }
}
