package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.events.SafetyReport;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SeriousEvent.State;
import org.commensal.web.Attention;
import org.commensal.web.Texts;
import org.commensal.web.Tone;

/** What adverse events ask of somebody, the most pressing first: a report, the committee, a follow-up, a judgement. */
@ApplicationScoped
public class AdverseEventTasks {

    private record Task(Tone tone, Instant due, Attention line) {}

    @Inject
    Permission permission;

    @Inject
    AdverseEventRegister events;

    @Inject
    Clock clock;

    public List<Attention> of(Actor actor, Study study, Texts texts) {
        if (!permission.allowsSomewhere(actor, Right.SEE_ADVERSE_EVENTS, study.id())) {
            return List.of();
        }
        List<AdverseEvent> all = events.list(actor, study.id());
        AdverseEventWords words = new AdverseEventWords(texts, clock.instant());
        List<Task> tasks = new ArrayList<>();
        all.forEach(event -> {
            event.serious().ifPresent(serious -> serious(tasks, event, serious, words));
            if (!event.isJudged()) {
                Instant since = event.response().received();
                add(tasks, event, Tone.AMBER, since, "ae.judge", "", words);
            }
        });
        List<Attention> lines = new ArrayList<>();
        AdverseEventsPage.pause(study, all, texts)
                .forEach(sentence -> lines.add(new Attention(
                        texts.get("attention.sae.pause"),
                        Tone.ROSE,
                        texts.get("ae"),
                        "/studies/" + study.id() + "/adverse-events?serious=yes&related=yes",
                        sentence,
                        "")));
        tasks.stream()
                .sorted(Comparator.comparing(Task::tone).reversed().thenComparing(Task::due))
                .map(Task::line)
                .forEach(lines::add);
        return lines;
    }

    private static void serious(List<Task> tasks, AdverseEvent event, SeriousEvent serious, AdverseEventWords words) {
        if (serious.state() == State.TO_REPORT) {
            String until = words.until(serious.due(), event.study());
            add(tasks, event, Tone.ROSE, serious.due(), "sae.report", until, words);
        }
        if (serious.state() == State.FOLLOWED
                && serious.newestReport().filter(report -> isOld(report, event)).isPresent()) {
            add(tasks, event, Tone.AMBER, event.response().received(), "sae.follow-up", "", words);
        }
        if (serious.committeeTold().isEmpty()) {
            event.committeeDue()
                    .ifPresent(due -> add(
                            tasks,
                            event,
                            due.isBefore(words.now()) ? Tone.ROSE : Tone.AMBER,
                            due,
                            "sae.committee",
                            words.until(due, event.study()),
                            words));
        }
    }

    private static boolean isOld(SafetyReport report, AdverseEvent event) {
        return !report.response().equals(event.response().id());
    }

    private static void add(
            List<Task> tasks,
            AdverseEvent event,
            Tone tone,
            Instant due,
            String kind,
            String until,
            AdverseEventWords words) {
        Texts texts = words.texts();
        String tag = kind.startsWith("sae") ? "attention.sae" : "attention.ae";
        tasks.add(new Task(
                tone,
                due,
                new Attention(
                        texts.get(tag),
                        tone,
                        event.code().value(),
                        words.href(event),
                        texts.get("attention." + kind, words.name(event)),
                        until)));
    }
}
