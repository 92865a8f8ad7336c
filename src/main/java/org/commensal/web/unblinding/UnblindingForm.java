package org.commensal.web.unblinding;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commensal.kernel.Text;
import org.commensal.unblinding.Grounds;
import org.commensal.unblinding.Unblinding.Category;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Texts;

/** What the forms about unblinding ask alike: a reason out of a few, and a decision. */
public final class UnblindingForm {

    private static final Text CHOOSE = new Text("Choose one.", "Kies er een.");

    private UnblindingForm() {}

    static Grounds grounds(Form form, Kind kind) {
        Category category = chosen(form, "category", Category.of(kind), Category::code, Category.OTHER);
        return new Grounds(category, form.required("reason"));
    }

    static Outcome outcome(Form form, Kind kind) {
        List<Outcome> outcomes = Outcome.of(kind);
        return chosen(form, "decision", outcomes, Outcome::code, outcomes.get(0));
    }

    private static <T> T chosen(Form form, String field, List<T> offered, Function<T, String> code, T otherwise) {
        return offered.stream()
                .filter(each -> code.apply(each).equals(form.value(field)))
                .findFirst()
                .orElseGet(() -> {
                    form.fault(field, CHOOSE);
                    return otherwise;
                });
    }

    static List<Option> categories(Kind kind, Texts texts) {
        return Category.of(kind).stream()
                .map(category -> new Option(category.code(), texts.get("unblinding.category." + category.code()), ""))
                .toList();
    }

    static List<Option> outcomes(Kind kind, Texts texts) {
        return Outcome.of(kind).stream()
                .map(outcome -> new Option(
                        outcome.code(),
                        texts.get("unblinding.outcome." + outcome.code()),
                        texts.get("unblinding.outcome." + outcome.code() + ".means")))
                .toList();
    }

    /** The names of the fields, for the summary of faults. */
    public static Map<String, String> labels(Screen screen) {
        return Map.of(
                "category", screen.t("unblinding.category"),
                "reason", screen.t("unblinding.reason"),
                "event", screen.t("code-break.event"),
                "participants", screen.t("participants"),
                "shownTo", screen.t("unblinding.shown-to"),
                "decision", screen.t("unblinding.decision"),
                "note", screen.t("unblinding.note"),
                "password", screen.t("sign-in.password"));
    }

    /** One of a few to choose from; {@code note} may be empty. */
    public record Option(String code, String label, String note) {}
}
