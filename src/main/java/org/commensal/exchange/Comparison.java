package org.commensal.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.instrument.Type;

/** How a source compares an item with a value, said in the expressions of our studies. */
final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Map<String, Boolean> TRUTHS = Map.of("1", true, "true", true, "0", false, "false", false);

    private Comparison() {}

    static boolean isNumber(String literal) {
        return NUMBER.matcher(literal).matches();
    }

    /**
     * @param operator one of ours: {@code ==}, {@code !=}, {@code <} …
     * @return empty where our expressions cannot say it
     */
    static Optional<String> of(Known known, String operator, String literal) {
        String code = known.item().code();
        boolean equal = operator.equals("==");
        boolean unequal = operator.equals("!=");
        if (literal.isEmpty()) {
            return equal || unequal ? Optional.of((equal ? "not known(" : "known(") + code + ")") : Optional.empty();
        }
        Type.Kind kind = known.type().kind();
        return switch (kind) {
            case TRUTH ->
                Optional.ofNullable(TRUTHS.get(literal))
                        .filter(truth -> equal || unequal)
                        .map(truth -> truth == equal ? code : "not " + code);
            case NUMBER -> number(known, literal).map(value -> code + " " + operator + " " + value);
            case WORD ->
                word(known, literal)
                        .filter(word -> equal || unequal)
                        .map(word -> code + " " + operator + " \"" + word + "\"");
            case WORDS -> ticked(known, literal, equal || !unequal).filter(said -> equal || unequal);
            case DAY, MEDICATION, FILE -> Optional.empty();
        };
    }

    /** Whether one box of a choice of many is ticked. */
    static Optional<String> ticked(Known known, String option, boolean wanted) {
        if (known.type().kind() == Type.Kind.TRUTH) {
            return Optional.of(
                    wanted ? known.item().code() : "not " + known.item().code());
        }
        String prefix = wanted ? "" : "not ";
        return known.option(option)
                .filter(value -> known.type().kind() == Type.Kind.WORDS)
                .map(value -> prefix + known.item().code() + " in [\"" + value + "\"]");
    }

    private static Optional<String> number(Known known, String literal) {
        String value = known.item().options().isEmpty()
                ? literal
                : known.option(literal).orElse(literal);
        return Optional.of(value).filter(Comparison::isNumber);
    }

    private static Optional<String> word(Known known, String literal) {
        Optional<String> value = known.item().options().isEmpty() ? Optional.of(literal) : known.option(literal);
        return value.filter(word -> !word.contains("\"") && word.length() <= 200);
    }
}
