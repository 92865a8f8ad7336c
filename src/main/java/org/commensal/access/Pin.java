package org.commensal.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * A PIN of five or six digits.
 *
 * <p>What people would guess first is refused: runs, repetitions, patterns of the keypad, and everything that can be read
 * as a year or a date, since most of these are birthdays. That a birthday is refused without knowing it is the point: who
 * somebody is stays in the vault. Much is left: nine in ten PINs may be chosen.
 *
 * @param digits whatever was typed, digits of any script written as 0 to 9 and without spaces
 */
record Pin(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{5,6}");
    private static final Pattern YEAR = Pattern.compile(".*(19[2-9][0-9]|20[0-2][0-9]).*");
    private static final Pattern REPEATED = Pattern.compile("(..?.?)\\1+.?");
    private static final Set<String> OF_THE_KEYPAD = Set.of(
            "14789", "12369", "25800", "02580", "08520", "15963", "35791", "147258", "258369", "147369", "159357",
            "159753", "357951", "741852", "963852", "789456", "456123", "321654", "112233", "332211", "123321");

    private static final Text INVALID = new Text("This PIN cannot be used.", "Deze pincode kan niet.");
    private static final Text LENGTH =
            new Text("Choose a PIN of 5 or 6 digits.", "Kies een pincode van 5 of 6 cijfers.");
    private static final Text EASY = new Text(
            "This PIN is easy to guess. Choose another, not a run such as 12345.",
            "Deze pincode is makkelijk te raden. Kies een andere, geen reeks zoals 12345.");
    private static final Text BIRTHDAY = new Text(
            "This looks like a year or a date, which others may know. Choose another PIN.",
            "Dit lijkt op een jaar of een datum. Anderen kunnen die weten. Kies een andere pincode.");

    static Pin typed(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.strip()
                .codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .forEach(point -> {
                    int digit = Character.digit(point, 10);
                    digits.appendCodePoint(digit < 0 ? point : '0' + digit);
                });
        return new Pin(digits.toString());
    }

    /** @throws Refusal {@code INVALID} where it may not be chosen */
    Pin chosen() {
        fault().ifPresent(fault -> {
            throw new Refusal(Reason.INVALID, INVALID, List.of(new Violation("/pin", fault)));
        });
        return this;
    }

    /** Why it may not be chosen; empty where it may. */
    Optional<Text> fault() {
        if (!FORM.matcher(digits).matches()) {
            return Optional.of(LENGTH);
        }
        if (isRun() || REPEATED.matcher(digits).matches() || hasTwoDigitsAtMost() || OF_THE_KEYPAD.contains(digits)) {
            return Optional.of(EASY);
        }
        return YEAR.matcher(digits).matches() || isDate() ? Optional.of(BIRTHDAY) : Optional.empty();
    }

    /** Equal steps from digit to digit, over the end of the keypad as well: 12345, 97531, 78901. */
    private boolean isRun() {
        return IntStream.range(1, digits.length())
                        .map(at -> Math.floorMod(digits.charAt(at) - digits.charAt(at - 1), 10))
                        .distinct()
                        .count()
                == 1;
    }

    private boolean hasTwoDigitsAtMost() {
        return digits.chars().distinct().count() <= 2;
    }

    /** Six digits that are a day, a month and two digits of a year, in any of the usual orders. */
    private boolean isDate() {
        if (digits.length() != 6) {
            return false;
        }
        int first = Integer.parseInt(digits.substring(0, 2));
        int second = Integer.parseInt(digits.substring(2, 4));
        int third = Integer.parseInt(digits.substring(4));
        return isDay(third, second, first) || isDay(third, first, second) || isDay(first, second, third);
    }

    /** In a leap year or not: which century is meant nobody can tell. */
    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(2000 + year / 4 * 4, month, day);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PIN withheld";
    }
}
