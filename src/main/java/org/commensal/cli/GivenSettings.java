package org.commensal.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what options say, and keeps every fault, so that all are said at once. */
final class GivenSettings {

    private final List<String> faults = new ArrayList<>();

    void fault(String what) {
        faults.add(what);
    }

    /** Ends the command where anything was wrong. */
    void stopIfFaulty() {
        if (!faults.isEmpty()) {
            throw Stopped.wrongly(String.join(System.lineSeparator(), faults));
        }
    }

    /** A number of at least {@code least} and at most {@code most}; after a fault, the least. */
    double number(String option, String written, double least, double most) {
        double number = Double.NaN;
        try {
            number = Double.parseDouble(written);
        } catch (NumberFormatException none) {
            // said below, with the limits
        }
        if (number >= least && number <= most) {
            return number;
        }
        String found = written.isEmpty() ? option + " is missing." : option + " is " + written + ".";
        fault(found + " Write a number from " + plain(least) + " to " + plain(most) + ".");
        return least;
    }

    int whole(String option, String written, int least, int most) {
        double number = number(option, written, least, most);
        if (number != Math.rint(number)) {
            fault(option + " is " + written + ". Write a whole number.");
            return least;
        }
        return (int) number;
    }

    long longWhole(String option, String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException none) {
            fault(option + " is " + written + ". Write a whole number.");
            return 0;
        }
    }

    /** Numbers between separators, at least one. */
    double[] numbers(String option, String written, String separator, double least, double most) {
        return Arrays.stream(written.split(separator, -1))
                .mapToDouble(part -> number(option, part.strip(), least, most))
                .toArray();
    }

    String oneOf(String option, String written, List<String> known) {
        if (known.contains(written)) {
            return written;
        }
        String found = written.isEmpty() ? option + " is missing." : option + " is " + written + ".";
        fault(found + " Write one of: " + String.join(", ", known) + ".");
        return known.get(0);
    }

    /** Faults for options that were given though what was asked for has no use for them. */
    void useless(String where, List<String> given) {
        if (!given.isEmpty()) {
            fault(given.stream().collect(Collectors.joining(", ")) + ": not a setting of " + where + ". Leave it out.");
        }
    }

    private static String plain(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }
}
