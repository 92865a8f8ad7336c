package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;

/**
 * The schedule of a study while it is imported: visits, diary blocks and event forms.
 *
 * <p>When something is, and who fills it in, few sources say. Where they do not, a placeholder stands there and is listed.
 */
final class ScheduleDraft {

    private static final String HERE = " # placeholder";
    private static final int DIARY_DAYS = 28;
    private static final int LOCK_HOURS = 48;

    private final Losses losses;
    private final CodeNames codes = new CodeNames();
    private final List<String> forms = new ArrayList<>();
    private final StringBuilder visits = new StringBuilder();
    private final StringBuilder blocks = new StringBuilder();
    private final StringBuilder events = new StringBuilder();

    ScheduleDraft(Losses losses) {
        this.losses = losses;
    }

    /** A visit of which the source says all. */
    void add(Visit visit, String where) {
        visit(visit, code(visit.code(), where), "");
    }

    /** A visit at which these forms are filled in; when it is has to be completed. */
    void visit(String wanted, Text name, List<String> filledIn, String where) {
        String code = code(wanted, where);
        List<VisitForm> byStaff = filledIn.stream()
                .map(form -> new VisitForm(form, FilledBy.STAFF))
                .toList();
        visit(new Visit(code, name, Anchor.ENROLMENT, 0, 0, 0, byStaff), code, HERE);
        losses.toComplete(
                "visit " + code,
                "When this visit is, and who fills in its forms.",
                "Wanneer dit bezoek is, en wie de formulieren invult.");
    }

    private void visit(Visit visit, String code, String mark) {
        begin(visits, code, visit.name());
        line(visits, "anchor", word(visit.anchor()) + mark);
        line(visits, "day", visit.day() + mark);
        line(visits, "from", visit.from() + mark);
        line(visits, "to", visit.to() + mark);
        visits.append("      forms:\n");
        visit.forms().forEach(form -> {
            visits.append("        - {form: %s, by: %s}%s\n".formatted(form.form(), word(form.by()), mark));
            forms.add(form.form());
        });
    }

    /** A diary of which the source says all. */
    void add(DiaryBlock block, String where) {
        block(block, code(block.code(), where), "");
    }

    /** A form that is filled in every day; from when to when has to be completed. */
    void diary(String wanted, Text name, String form, String where) {
        String code = code(wanted, where);
        block(new DiaryBlock(code, name, form, Anchor.ENROLMENT, 0, DIARY_DAYS - 1, LOCK_HOURS), code, HERE);
        losses.toComplete(
                "diary " + code,
                "On which days this diary is filled in, and until when.",
                "Op welke dagen dit dagboek wordt ingevuld, en tot wanneer.");
    }

    private void block(DiaryBlock block, String code, String mark) {
        begin(blocks, code, block.name());
        line(blocks, "form", block.form());
        line(blocks, "anchor", word(block.anchor()) + mark);
        line(blocks, "first-day", block.firstDay() + mark);
        line(blocks, "last-day", block.lastDay() + mark);
        line(blocks, "lock-after-hours", block.lockAfterHours() + mark);
        forms.add(block.form());
    }

    /** An event form of which the source says all. */
    void add(EventForm event, String where) {
        event(event, code(event.code(), where), "");
    }

    /** A form that is filled in when something happens; who does that has to be completed. */
    void event(String wanted, Text name, String form, boolean repeating, String where) {
        String code = code(wanted, where);
        event(new EventForm(code, name, form, FilledBy.STAFF, Optional.empty(), repeating), code, HERE);
        losses.toComplete(
                "event " + code,
                "What has to happen, and who fills in this form.",
                "Wat er moet gebeuren, en wie dit formulier invult.");
    }

    private void event(EventForm event, String code, String mark) {
        begin(events, code, event.name());
        line(events, "form", event.form());
        line(events, "by", word(event.by()) + mark);
        event.when().ifPresent(when -> line(events, "when", FormYaml.sentence(when)));
        line(events, "repeating", String.valueOf(event.repeating()));
        forms.add(event.form());
    }

    private String code(String wanted, String where) {
        String code = codes.visit(wanted);
        if (!code.equals(wanted)) {
            losses.renamed(where, wanted, code);
        }
        return code;
    }

    boolean fillsIn(String form) {
        return forms.contains(form);
    }

    String yaml() {
        return "schedule:\n  visits:%s".formatted(visits.isEmpty() ? " []\n" : "\n" + visits)
                + (blocks.isEmpty() ? "" : "  diary:\n" + blocks)
                + (events.isEmpty() ? "" : "  events:\n" + events);
    }

    private static void begin(StringBuilder list, String code, Text name) {
        list.append("    - code: ").append(code).append('\n');
        line(list, "name", FormYaml.sentence(name));
    }

    private static void line(StringBuilder list, String key, String value) {
        list.append("      ").append(key).append(": ").append(value).append('\n');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
