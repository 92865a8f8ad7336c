package org.commensal.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** How the examples of a study write answers, and how what they expect is compared with what the study says. */
final class Expectation {

    static final String FIX = "Correct the example or the study.";

    private static final String POINTER = "/answers/";
    private static final int DECIMALS_SHOWN = 4;

    private Expectation() {}

    /** The plain values, lists of them and parts of answers below {@code key}; empty where the key is absent. */
    static Map<String, Object> values(Settings at, String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        at.optionalChild(key).ifPresent(below -> below.keys().forEach(name -> {
            Object written = written(below, name);
            if (written instanceof List<?>) {
                values.put(name, below.strings(name));
            } else if (written instanceof String text) {
                values.put(name, text);
            } else if (written instanceof Map<?, ?> parts && !parts.isEmpty()) {
                values.put(name, values(below, name));
            } else {
                below.fault(
                        name,
                        "\"" + name + "\" has keys of its own.",
                        "Write one value, a list of values, or the parts of an answer.");
            }
        }));
        return values;
    }

    private static Object written(Settings at, String name) {
        return at.node().value() instanceof Map<?, ?> map && map.get(name) instanceof Settings.Node node
                ? node.value()
                : "";
    }

    /** The answers as they would be stored; nothing, and a fault at {@code answers}, where a form would refuse them. */
    static Optional<Answers> accept(Questionnaire form, Map<String, Object> given, Settings at) {
        try {
            return Optional.of(form.accept(new HashMap<>(given)));
        } catch (Refusal refusal) {
            refusal.violations()
                    .forEach(violation -> at.fault(
                            "answers",
                            form.id() + " does not take " + code(violation) + ".",
                            violation.message().en()));
            return Optional.empty();
        }
    }

    /** The item that a violation is about. */
    static String code(Refusal.Violation violation) {
        return violation.pointer().substring(POINTER.length());
    }

    /** Reports each value of {@code gives} that is not what the study says. */
    static void compare(Settings at, Map<String, Value> found) {
        Optional<Settings> gives = at.optionalChild("gives");
        gives.ifPresent(expected -> expected.keys().forEach(name -> {
            Value value = found.get(name);
            String wanted = expected.string(name);
            if (value == null) {
                expected.fault(
                        name,
                        "Nothing is called \"" + name + "\" here.",
                        ItemReading.oneOf(List.copyOf(found.keySet())));
            } else if (!wanted.isEmpty() && !isAsWritten(wanted, value)) {
                expected.fault(name, "Expected " + name + " " + wanted + ", the study says " + show(value) + ".", FIX);
            }
        }));
        if (gives.isEmpty() || gives.get().keys().isEmpty()) {
            at.fault("gives", "Nothing is expected of this example.", "Write gives: with at least one value.");
        }
    }

    /** A number is compared to as many decimals as were written, half up. */
    private static boolean isAsWritten(String wanted, Value value) {
        if (value instanceof Value.Num number) {
            try {
                BigDecimal written = new BigDecimal(wanted);
                int decimals = Math.max(0, written.scale());
                return number.value().setScale(decimals, RoundingMode.HALF_UP).compareTo(written) == 0;
            } catch (ArithmeticException | NumberFormatException notANumber) {
                return false;
            }
        }
        return wanted.equals(show(value));
    }

    static String show(Value value) {
        if (value instanceof Value.Num number) {
            BigDecimal shown = number.value().setScale(DECIMALS_SHOWN, RoundingMode.HALF_UP);
            return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Value.Missing missing) {
            return missing.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Value.Parts parts) {
            return parts.value().values().stream().map(Expectation::show).collect(Collectors.joining(", "));
        }
        if (value instanceof Value.Words words) {
            return String.join(", ", words.value());
        }
        return value instanceof Value.Bool bool
                ? String.valueOf(bool.value())
                : value instanceof Value.Word word
                        ? word.value()
                        : ((Value.Day) value).value().toString();
    }

    /** Reports a value that is not what was expected. */
    static void differ(Settings at, String key, String expected, String found) {
        at.fault(key, "Expected " + Text.shorten(expected) + ", the study says " + Text.shorten(found) + ".", FIX);
    }
}
