package org.commensal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;

/**
 * What waits for somebody at a site, the most pressing first and of those what was due first: late forms, silent diaries,
 * participants ready for the next step, open forms of staff.
 */
public record Worklist(Study study, LocalDate today, Texts texts) {

    /** After so many days without an entry somebody should call. */
    private static final int SILENT_DAYS = 3;

    public static final List<Tone> PRESSING = List.of(Tone.ROSE, Tone.AMBER, Tone.TEAL, Tone.PLAIN);

    /** A line that is written when it is shown: most of a long list is not. */
    private record Waiting(Tone tone, LocalDate due, Supplier<Attention> line) {}

    /** The lines in their order; those that are not shown cost nothing. */
    public List<Supplier<Attention>> of(List<ParticipantProgress> progress) {
        List<Waiting> waiting = new ArrayList<>();
        for (ParticipantProgress own : progress) {
            if (own.participant().withdrawn().isEmpty()) {
                nextStep(own).ifPresent(waiting::add);
            }
            silence(own).ifPresent(waiting::add);
            if (own.participant().reached(Stage.CONSENTED)) {
                own.waiting().forEach(state -> waiting.add(form(own.participant(), state)));
            }
        }
        return waiting.stream()
                .sorted(Comparator.<Waiting>comparingInt(each -> PRESSING.indexOf(each.tone()))
                        .thenComparing(Waiting::due))
                .map(Waiting::line)
                .toList();
    }

    private Optional<Waiting> nextStep(ParticipantProgress own) {
        Participant participant = own.participant();
        return switch (participant.stage()) {
            case SCREENED -> Optional.of(step(participant, "consent", Stage.SCREENED));
            case CONSENTED -> Optional.of(step(participant, "enrol", Stage.CONSENTED));
            case ENROLLED -> own.runInOver() ? Optional.of(randomise(own)) : Optional.empty();
            case RANDOMISED -> Optional.empty();
        };
    }

    private Waiting step(Participant participant, String kind, Stage reached) {
        LocalDate since = participant.milestones().getOrDefault(reached, today);
        return new Waiting(
                Tone.PLAIN, since, () -> line(participant, Tone.PLAIN, kind, "", day("attention.since", since)));
    }

    /** Until when the last open form of the run-in can be filled in. */
    private Waiting randomise(ParticipantProgress own) {
        LocalDate due = own.latestDue().orElse(today);
        String key = due.isBefore(today) ? "attention.since" : "attention.until";
        return new Waiting(Tone.TEAL, due, () -> line(own.participant(), Tone.TEAL, "randomise", "", day(key, due)));
    }

    private Optional<Waiting> silence(ParticipantProgress own) {
        String days = Integer.toString(own.silentDays());
        return own.silentDays() >= SILENT_DAYS
                ? Optional.of(new Waiting(
                        Tone.AMBER,
                        today.minusDays(own.silentDays()),
                        () -> line(own.participant(), Tone.AMBER, "diary", days, texts.get("attention.call"))))
                : Optional.empty();
    }

    private Waiting form(Participant participant, TaskState state) {
        boolean late = state.state() == State.LATE;
        Tone tone = late ? Tone.ROSE : Tone.PLAIN;
        LocalDate due = state.task().due();
        return new Waiting(
                tone,
                due,
                () -> line(
                        participant,
                        tone,
                        late ? "late" : "form",
                        texts.in(state.form().title()),
                        day(late ? "attention.since" : "attention.until", due)));
    }

    private String day(String key, LocalDate day) {
        return texts.get(key, texts.shortDay(day));
    }

    private Attention line(Participant participant, Tone tone, String kind, String about, String due) {
        String code = participant.code().value();
        return new Attention(
                texts.get("attention." + kind),
                tone,
                code,
                "/studies/" + study.id() + "/participants/" + code,
                texts.get("attention." + kind + ".reason", about),
                due);
    }
}
