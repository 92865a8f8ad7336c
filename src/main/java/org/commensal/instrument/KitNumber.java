package org.commensal.instrument;

import java.util.regex.Pattern;

/**
 * The number of a treatment kit: five random digits and a check digit that finds every single wrong digit.
 *
 * <p>Luhn's method (1960, US patent 2,950,048; ISO/IEC 7812-1): from the right, every second digit is doubled, nines are
 * cast out, and the sum must be a multiple of ten.
 */
public final class KitNumber {

    private static final Pattern BASE = Pattern.compile("[0-9]{5}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

    private KitNumber() {}

    /** The kit number that begins with these five digits. */
    public static String of(String base) {
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException("a kit number begins with five digits");
        }
        int rest = sum(base + "0") % 10;
        return base + (10 - rest) % 10;
    }

    public static boolean isValid(String number) {
        return NUMBER.matcher(number).matches() && sum(number) % 10 == 0;
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
