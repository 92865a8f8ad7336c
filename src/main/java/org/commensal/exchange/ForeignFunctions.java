package org.commensal.exchange;

import java.util.List;
import java.util.Optional;

/** The functions of other systems that our expressions can say, exactly or nearly. */
record ForeignFunctions(Runnable approximate) {

    /** @param arguments already in our expressions */
    Optional<String> say(String name, List<String> arguments) {
        String list = String.join(", ", arguments);
        int count = arguments.size();
        return switch (name) {
            case "sum" -> near("sum(" + list + ")");
            case "mean" -> near("(sum(" + list + ") / " + count + ")");
            case "round" -> count <= 2 ? near("(" + arguments.get(0) + ")") : Optional.empty();
            case "if" -> count == 3 ? near(either(arguments)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Counts the condition: 1 where it is true, 0 where it is false. */
    private static String either(List<String> of) {
        return "(count(%1$s) * (%2$s) + count(not (%1$s)) * (%3$s))".formatted(of.toArray());
    }

    private Optional<String> near(String said) {
        approximate.run();
        return Optional.of(said);
    }
}
