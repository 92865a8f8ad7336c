package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.instrument.Type;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Protocol.Estimand;
import org.commensal.protocol.Protocol.IntercurrentEvent;
import org.commensal.protocol.Protocol.Observed;
import org.commensal.protocol.Protocol.Outcome;
import org.commensal.protocol.Schedule.EventForm;

/** Reads what is measured and what is estimated; an outcome names variables and a time point that the study has. */
final class OutcomeReading {

    private static final Pattern EVENT = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
    private static final int MOST_OUTCOMES = 200;
    private static final List<String> ROLES = List.of("primary", "key-secondary", "secondary", "exploratory");
    private static final List<String> METRICS =
            List.of("value", "change-from-baseline", "percent-change", "responder", "count", "time-to-event");
    private static final List<String> STRATEGIES =
            List.of("treatment-policy", "hypothetical", "composite", "while-on-treatment", "principal-stratum");

    private final Formulas variables;
    private final Set<String> timePoints;
    private final Map<String, Formulas> forms;
    private final Schedule schedule;
    private final boolean sound;
    private final Codes outcomeIds = new Codes();
    private final Codes estimandIds = new Codes();
    private final Codes orders = new Codes();

    /**
     * @param timePoints the codes of visits and diary blocks
     * @param forms what the items of each form are called
     * @param sound whether the schedule is; otherwise no event is missed
     */
    OutcomeReading(
            Formulas variables, Set<String> timePoints, Map<String, Formulas> forms, Schedule schedule, boolean sound) {
        this.variables = variables;
        this.timePoints = timePoints;
        this.forms = forms;
        this.schedule = schedule;
        this.sound = sound;
    }

    Outcome outcome(Settings at) {
        String id = outcomeIds.unique(at, "id", Codes.KEBAB, "mmd-change");
        String role = at.oneOf("role", ROLES);
        int order = at.integer("order", 1, MOST_OUTCOMES, 0);
        if (role.equals("key-secondary") && (order == 0 || !orders.isNew("" + order))) {
            at.fault("order", "A key secondary outcome needs a place of its own.", "Write order: 1, 2, 3 and so on.");
        }
        List<String> measured = at.strings("variables");
        measured.stream()
                .filter(name ->
                        !variables.known().has(name) && !variables.doubtful().test(name))
                .forEach(name -> at.fault(
                        "variables", "Nothing is called \"" + name + "\" here.", "Name items, scores or derived."));
        String timePoint = at.string("time-point");
        if (!timePoint.isEmpty() && !timePoints.contains(timePoint)) {
            at.fault(
                    "time-point",
                    "There is no visit or diary block \"" + timePoint + "\".",
                    ItemReading.oneOf(List.copyOf(timePoints)));
        }
        Outcome outcome = new Outcome(
                id,
                role,
                order,
                at.text("name"),
                measured,
                at.oneOf("metric", METRICS),
                at.text("summary"),
                timePoint,
                at.optionalText("important-difference"));
        at.done();
        return outcome;
    }

    /** @param outcomes that it may make precise */
    Estimand estimand(Settings at, List<Outcome> outcomes) {
        String id = estimandIds.unique(at, "id", Codes.KEBAB, "primary");
        List<String> known = outcomes.stream().map(Outcome::id).toList();
        String outcome = at.string("outcome");
        if (!outcome.isEmpty() && !known.contains(outcome)) {
            at.fault("outcome", "There is no outcome \"" + outcome + "\".", ItemReading.oneOf(known));
        }
        Codes eventIds = new Codes();
        Estimand estimand = new Estimand(
                id,
                outcome,
                at.text("population"),
                at.text("treatment"),
                at.text("variable"),
                at.text("summary"),
                at.children("intercurrent-events").stream()
                        .map(event -> event(event, eventIds))
                        .toList());
        at.done();
        return estimand;
    }

    private IntercurrentEvent event(Settings at, Codes ids) {
        IntercurrentEvent event = new IntercurrentEvent(
                ids.unique(at, "id", EVENT, "ICE_STOP"),
                at.text("event"),
                at.oneOf("strategy", STRATEGIES),
                at.optionalText("handling"),
                at.optionalText("sensitivity"),
                at.children("observed").stream().map(this::observed).toList());
        at.done();
        return event;
    }

    private Observed observed(Settings at) {
        String code = at.string("event");
        Optional<Formulas> form = schedule.event(code).flatMap(event -> Optional.ofNullable(forms.get(event.form())));
        if (sound && form.isEmpty() && !code.isEmpty()) {
            at.fault(
                    "event",
                    "There is no event \"" + code + "\".",
                    ItemReading.oneOf(
                            schedule.events().stream().map(EventForm::code).toList()));
        }
        Formulas known = form.orElseGet(Formulas::nothing);
        String date = at.string("date");
        Optional<Type> type = Optional.ofNullable(known.known().types().get(date));
        if (!date.isEmpty()
                && !known.doubtful().test(date)
                && type.filter(Type.DAY::equals).isEmpty()) {
            at.fault("date", "The form of this event has no date \"" + date + "\".", "Name an item of type date.");
        }
        Observed read = new Observed(code, date, known.condition(at, "when"));
        at.done();
        return read;
    }
}
