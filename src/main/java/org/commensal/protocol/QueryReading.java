package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Conduct.QueryRule;

/**
 * Reads which answers raise a query.
 *
 * @param when reads a condition over the answers, as an alert has one
 */
record QueryReading(Function<Settings, Expression> when, Map<String, Formulas> forms) {

    private static final Pattern ID = Pattern.compile("[A-Z]{1,8}[0-9]{1,3}");

    List<QueryRule> read(Settings study) {
        Codes ids = new Codes();
        return study.children("queries").stream().map(at -> rule(at, ids)).toList();
    }

    private QueryRule rule(Settings at, Codes ids) {
        QueryRule rule =
                new QueryRule(ids.unique(at, "id", ID, "Q1"), at.text("text"), when.apply(at), at.string("about"));
        at.done();
        String about = rule.about();
        boolean answered = forms.values().stream()
                .anyMatch(form -> form.known().has(about) || form.doubtful().test(about));
        if (!about.isEmpty() && !answered) {
            at.fault(
                    "about",
                    "No form has \"" + about + "\".",
                    "Name the item or score that the query is about, such as weight_kg.");
        }
        return rule;
    }
}
