package org.commensal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Type;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct.Alert;
import org.commensal.protocol.Conduct.Baseline;
import org.commensal.protocol.Conduct.Safety;

/** Reads what keeps participants safe; the conditions of alerts are checked against the variables of the study. */
final class SafetyReading {

    private static final Pattern ID = Pattern.compile("[A-Z]{1,8}[0-9]{1,3}");
    private static final int LONGEST_HOURS = 24 * 28;
    private static final List<String> ROLES =
            List.of("coordinator", "investigator", "dietitian", "nurse", "neurologist", "safety-desk");

    private final Map<String, Formulas> forms;
    private final EventFormReading events;
    private final Schedule schedule;
    private final Codes variables;
    private final Codes ids = new Codes();
    private Formulas known;

    /**
     * @param known what a condition may use
     * @param variables the codes of the whole study
     * @param sound whether the schedule is
     */
    SafetyReading(Formulas known, FormsReading forms, Schedule schedule, Codes variables, boolean sound) {
        this.known = known;
        this.forms = forms.formulas();
        this.events = new EventFormReading(forms.questionnaires(), schedule, known.doubtful(), sound);
        this.schedule = schedule;
        this.variables = variables;
    }

    Safety read(Settings study) {
        Optional<Settings> safety = study.optionalChild("safety");
        List<Baseline> baseline = new ArrayList<>();
        safety.ifPresent(at -> at.children("baseline").forEach(each -> baseline.add(baseline(each))));
        Safety read = safety.map(at -> new Safety(
                        at.optionalText("reporting"),
                        at.texts("expected-harms"),
                        baseline,
                        at.children("alerts").stream().map(this::alert).toList(),
                        at.children("left-out").stream().map(this::leftOut).toList(),
                        at.texts("pause-rules"),
                        at.optionalChild("adverse-events").map(events::adverseEvents),
                        at.optionalChild("medicines").map(events::medicines)))
                .orElse(new Safety(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        safety.ifPresent(Settings::done);
        return read;
    }

    private Baseline baseline(Settings at) {
        String code = variables.unique(at, "code");
        String of = at.string("of");
        String visit = at.string("visit");
        Baseline read = new Baseline(code, of, visit, at.text("label"));
        at.done();
        if (!code.isEmpty() && !Expression.canName(code)) {
            at.fault("code", "\"" + code + "\" cannot be the name of a variable.", "Write it like weight_v1.");
        }
        Optional<Type> type = typeAt(visit, of);
        if (type.isEmpty() && !of.isEmpty() && !known.doubtful().test(of)) {
            at.fault(
                    "of",
                    "No form of visit \"" + visit + "\" has \"" + of + "\".",
                    "Name an item or score, and the visit at which it is filled in.");
        }
        known = new Formulas(known.known().and(code, type.orElse(Type.NUMBER)), known.doubtful());
        return read;
    }

    private Optional<Type> typeAt(String visit, String variable) {
        return schedule.visits().stream()
                .filter(each -> each.code().equals(visit))
                .flatMap(each -> each.forms().stream())
                .flatMap(filled -> Optional.ofNullable(forms.get(filled.form())).stream())
                .flatMap(form -> Optional.ofNullable(form.known().types().get(variable)).stream())
                .findFirst();
    }

    private Alert alert(Settings at) {
        Alert alert = new Alert(
                ids.unique(at, "id", ID, "ST1"),
                at.text("name"),
                when(at),
                at.text("action"),
                at.optionalText("help"),
                at.integer("within-hours", 1, LONGEST_HOURS),
                at.oneOf("who", ROLES));
        at.done();
        return alert;
    }

    /** Whoever captures data knows no arm, so that no rule over it can be raised there. */
    Expression when(Settings at) {
        Expression when = new Formulas(known.known(), known.doubtful().or(this::namesAnArm)).condition(at, "when");
        when.names().stream()
                .filter(this::namesAnArm)
                .findFirst()
                .ifPresent(name -> at.fault(
                        "when",
                        "No rule can depend on the arm (\"" + name + "\"): nobody who captures data knows it.",
                        "Write a rule that holds in every arm; an alert that does not is listed under left-out."));
        return when;
    }

    private boolean namesAnArm(String name) {
        return (name.equals("arm") || name.startsWith("arm_"))
                && !known.known().types().containsKey(name);
    }

    private Text leftOut(Settings at) {
        String id = ids.unique(at, "id", ID, "ST9");
        Text why = at.text("why");
        at.done();
        return new Text(id + ": " + why.en(), id + ": " + why.nl());
    }
}
