package org.commensal.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Type;
import org.commensal.instrument.Variables;
import org.commensal.kernel.Settings;

/**
 * Reads the expressions of one place of a study, where these names are known.
 *
 * @param doubtful names whose own definition is faulty; what uses them is not judged, so that one mistake is one fault
 */
record Formulas(Variables known, Predicate<String> doubtful) {

    private static final Expression HARMLESS = Expression.parse("false");

    static Formulas nothing() {
        return new Formulas(new Variables(Map.of()), name -> true);
    }

    Expression condition(Settings at, String key) {
        return read(at, key, Type.Kind.TRUTH);
    }

    Expression read(Settings at, String key, Type.Kind expected) {
        String source = at.string(key);
        if (source.isEmpty()) {
            return HARMLESS;
        }
        try {
            Expression expression = Expression.parse(source);
            if (expression.names().stream().noneMatch(doubtful)) {
                List<Expression.Fault> faults = expression.faults(expected, known);
                faults.forEach(fault -> at.fault(key, fault.what(), fault.fix()));
            }
            return expression;
        } catch (Expression.Unreadable unreadable) {
            at.fault(key, unreadable.fault().what(), unreadable.fault().fix());
            return HARMLESS;
        }
    }

    /** What these names lack for the diary definitions to be computed from them. */
    List<Expression.Fault> diaryFaults() {
        return Definitions.names().stream().anyMatch(doubtful) ? List.of() : Definitions.faults(known);
    }

    /** What they lack besides for this function. */
    List<Expression.Fault> diaryFaults(String function) {
        return Definitions.namesOf(function).stream().anyMatch(doubtful)
                ? List.of()
                : Definitions.faultsOf(function, known);
    }
}
