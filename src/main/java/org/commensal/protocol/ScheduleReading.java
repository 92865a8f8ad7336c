package org.commensal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;

/** Reads the visits, the diary blocks and the event forms of a study. */
final class ScheduleReading {

    private static final int FARTHEST = 3650;
    private static final int LONGEST_LOCK = 240;
    private static final List<String> ANCHORS = List.of("screening", "enrolment", "randomisation");
    private static final List<String> PEOPLE = List.of("participant", "staff");

    private final List<String> forms;
    private final Codes codes = new Codes();

    /** @param forms the forms and instruments that the study has */
    ScheduleReading(Set<String> forms) {
        this.forms = List.copyOf(forms);
    }

    Schedule read(Settings at) {
        List<Visit> visits = at.children("visits").stream().map(this::visit).toList();
        List<DiaryBlock> blocks = at.children("diary").stream().map(this::block).toList();
        List<EventForm> events = at.children("events").stream().map(this::event).toList();
        at.done();
        return new Schedule(visits, blocks, events);
    }

    private Visit visit(Settings at) {
        String code = codes.unique(at, "code", Codes.CAPITALS, "V1");
        Text name = at.text("name");
        Anchor anchor = anchor(at);
        int day = at.integer("day", -FARTHEST, FARTHEST);
        int from = at.integer("from", -FARTHEST, FARTHEST);
        int to = at.integer("to", -FARTHEST, FARTHEST);
        if (at.has("from") && at.has("to") && (from > day || day > to)) {
            at.fault("from", "Day " + day + " is not between " + from + " and " + to + ".", "Put from before to.");
        }
        Set<String> seen = new HashSet<>();
        List<VisitForm> filled = at.children("forms", 1).stream()
                .map(form -> visitForm(form, seen))
                .toList();
        if (filled.isEmpty()) {
            at.fault("forms", "Nothing is filled in at this visit.", "List at least one form.");
        }
        at.done();
        return new Visit(code, name, anchor, day, from, to, filled);
    }

    private VisitForm visitForm(Settings at, Set<String> seen) {
        String form = form(at);
        if (!seen.add(form)) {
            at.fault("form", "\"" + form + "\" is filled in twice at this visit.", "List each form once.");
        }
        FilledBy by = by(at);
        at.done();
        return new VisitForm(form, by);
    }

    private DiaryBlock block(Settings at) {
        String code = codes.unique(at, "code", Codes.CAPITALS, "B1");
        Text name = at.text("name");
        String form = form(at);
        Anchor anchor = anchor(at);
        int first = at.integer("first-day", -FARTHEST, FARTHEST);
        int last = at.integer("last-day", -FARTHEST, FARTHEST);
        if (at.has("first-day") && at.has("last-day") && first > last) {
            at.fault("last-day", "Day " + last + " is before day " + first + ".", "Put the last day after the first.");
        }
        int lock = at.integer("lock-after-hours", 0, LONGEST_LOCK);
        at.done();
        return new DiaryBlock(code, name, form, anchor, first, last, lock);
    }

    private EventForm event(Settings at) {
        EventForm read = new EventForm(
                codes.unique(at, "code", Codes.CAPITALS, "AE"),
                at.text("name"),
                form(at),
                by(at),
                at.optionalText("when"),
                at.flag("repeating", false));
        at.done();
        return read;
    }

    private static FilledBy by(Settings at) {
        return FilledBy.valueOf(at.oneOf("by", PEOPLE).toUpperCase(Locale.ROOT));
    }

    private String form(Settings at) {
        String form = at.string("form");
        if (!form.isEmpty() && !forms.contains(form)) {
            at.fault("form", "There is no form \"" + form + "\".", ItemReading.oneOf(forms));
        }
        return form;
    }

    private static Anchor anchor(Settings at) {
        return Anchor.valueOf(at.oneOf("anchor", ANCHORS).toUpperCase(Locale.ROOT));
    }
}
