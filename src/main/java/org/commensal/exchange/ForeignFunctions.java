package org.commensal.exchange;

import java.util.List;
import java.util.Optional;

/**
 * The functions of other systems that our expressions can say, exactly or nearly.
 *
 * @param approximate called where ours is unknown and theirs is not: where an answer is missing
 */
record ForeignFunctions(Runnable approximate) {

    private static final List<String> POWERS = List.of("1", "10", "100", "1000", "10000");

    /** @param arguments already in our expressions */
    Optional<String> say(String name, List<String> arguments) {
        String list = String.join(", ", arguments);
        int count = arguments.size();
        return switch (name) {
            case "sum" -> near("sum(" + list + ")");
            case "mean" -> Optional.of("mean(" + (count - 1) + ", " + list + ")");
            case "round" -> rounded(arguments);
            case "if" -> count == 3 ? near("when(" + list + ")") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** To so many decimals, none where that is not said; halves go away from zero there as well. */
    private static Optional<String> rounded(List<String> arguments) {
        String decimals = arguments.size() == 1 ? "0" : arguments.get(1);
        boolean known = arguments.size() <= 2 && decimals.matches("[0-4]");
        String power = known ? POWERS.get(Integer.parseInt(decimals)) : "";
        return Optional.of(arguments.get(0))
                .filter(value -> known)
                .map(value -> power.equals("1")
                        ? "rounded(" + value + ")"
                        : "(rounded((" + value + ") * " + power + ") / " + power + ")");
    }

    private Optional<String> near(String said) {
        approximate.run();
        return Optional.of(said);
    }
}
