package org.commensal.web.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commensal.mail.Delivery.State;
import org.commensal.mail.Reason;
import org.commensal.protocol.Study;
import org.commensal.reminders.ReminderRegister.All;
import org.commensal.reminders.ReminderRegister.Reminder;
import org.commensal.web.Labels;
import org.commensal.web.Link;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.enrolment.ParticipantFile.Reminded;
import org.commensal.web.enrolment.ParticipantFile.Reminders;

/**
 * The reminders of a participant: those that come next, and the last ones.
 *
 * @param base the address of the participant
 * @param every whether all that were are shown, and not only the last
 */
record ReminderTable(Study study, String base, boolean every, Texts texts) {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int NEXT = 3;
    private static final int LAST = 7;

    private static final Map<State, Tone> TONES = Map.of(
            State.QUEUED, Tone.AMBER,
            State.SENDING, Tone.AMBER,
            State.SENT, Tone.TEAL,
            State.FAILED, Tone.ROSE,
            State.WITHHELD, Tone.PLAIN,
            State.GIVEN_UP, Tone.ROSE);

    Reminders reminders(All all) {
        Map<Boolean, List<Reminder>> isToCome = all.reminders().stream()
                .collect(Collectors.partitioningBy(
                        reminder -> reminder.state().isEmpty() && reminder.reason() != Reason.MISSED));
        List<Reminder> toCome = isToCome.getOrDefault(true, List.of());
        List<Reminder> past = isToCome.getOrDefault(false, List.of());
        int next = Math.max(0, toCome.size() - NEXT);
        int last = every ? past.size() : Math.min(LAST, past.size());
        return new Reminders(
                all.wanted(),
                all.silence().map(this::why),
                rows(toCome.subList(next, toCome.size())),
                rows(past.subList(0, last)),
                Optional.of(past.size() - last).filter(more -> more > 0).map(this::earlier));
    }

    private Link earlier(int count) {
        return new Link(base + "?reminders=all#reminders", texts.count("reminders.earlier", count));
    }

    private List<Reminded> rows(List<Reminder> reminders) {
        return reminders.stream().map(this::row).toList();
    }

    private Reminded row(Reminder reminder) {
        Optional<State> state = reminder.state();
        String again = reminder.again()
                .filter(at -> state.filter(State.QUEUED::equals).isPresent()
                        || state.filter(State.FAILED::equals).isPresent())
                .map(at -> " " + texts.get("reminder.again", texts.shortMoment(at, study.zone())))
                .orElse("");
        return new Reminded(
                what(reminder.what()),
                texts.shortMoment(reminder.moment(), study.zone()),
                texts.get("reminder." + state.map(State::code).orElse(undecided(reminder))),
                state.map(TONES::get).orElse(Tone.PLAIN),
                (why(reminder.reason()) + again).strip());
    }

    private static String undecided(Reminder reminder) {
        return reminder.reason() == Reason.NONE ? "planned" : reminder.reason() == Reason.MISSED ? "missed" : "not";
    }

    private String why(Reason reason) {
        return reason == Reason.NONE ? "" : texts.get("reminder.why." + reason.code());
    }

    /** A diary day, or the name of a visit. */
    private String what(String what) {
        return DAY.matcher(what).matches()
                ? texts.get("reminder.diary", texts.shortDay(LocalDate.parse(what)))
                : texts.in(Labels.event(study, what));
    }
}
