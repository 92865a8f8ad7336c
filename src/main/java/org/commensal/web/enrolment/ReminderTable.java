package org.commensal.web.enrolment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.mail.Delivery.State;
import org.commensal.mail.Reason;
import org.commensal.protocol.Study;
import org.commensal.reminders.ReminderRegister.All;
import org.commensal.reminders.ReminderRegister.Reminder;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.enrolment.ParticipantFile.Reminded;
import org.commensal.web.enrolment.ParticipantFile.Reminders;

/** The reminders of a participant: those that come next, the last ones, and the rest folded away. */
record ReminderTable(Study study, Texts texts) {

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
        List<Reminder> toCome = all.reminders().stream()
                .filter(reminder -> reminder.state().isEmpty() && reminder.reason() != Reason.MISSED)
                .toList();
        List<Reminder> past = all.reminders().stream()
                .filter(reminder -> !toCome.contains(reminder))
                .toList();
        int next = Math.max(0, toCome.size() - NEXT);
        int last = Math.min(LAST, past.size());
        return new Reminders(
                all.wanted(),
                all.silence().map(this::why),
                rows(toCome.subList(next, toCome.size())),
                rows(past.subList(0, last)),
                rows(past.subList(last, past.size())));
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
        try {
            return texts.get("reminder.diary", texts.shortDay(LocalDate.parse(what)));
        } catch (DateTimeParseException notADay) {
            return texts.in(Labels.event(study, what));
        }
    }
}
