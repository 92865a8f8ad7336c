package org.commensal.kernel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pseudonym of a participant: site prefix, number within the site and a check digit, as in {@code LUM-0147-6}.
 *
 * <p>The check digit is ISO 7064 MOD 11,10 over the digits of the code, a letter counting as its position in the
 * alphabet plus nine, in two digits (A = 10). It finds every single wrong digit and almost every swap of neighbours.
 * The code says nothing about the arm and is the only name of a participant outside the identity vault.
 */
public record ParticipantCode(String value) implements Comparable<ParticipantCode> {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,4})-([0-9]{4,6})-([0-9])");
    private static final Text MALFORMED = new Text(
            "\"%s\" is not a participant code. A code looks like LUM-0147-6; check each character.",
            "\"%s\" is geen deelnemerscode. Een code ziet eruit als LUM-0147-6; controleer elk teken.");

    public ParticipantCode {
        Matcher form = FORM.matcher(value);
        if (!form.matches()
                || checkDigit(form.group(1) + form.group(2)) != form.group(3).charAt(0) - '0') {
            throw new Refusal(Refusal.Reason.NOT_FOUND, MALFORMED.with(value.length() > 40 ? "…" : value));
        }
    }

    /** The code of the participant with this number, from 1 to 999999, at the site with this prefix. */
    public static ParticipantCode of(String sitePrefix, int number) {
        String digits = String.format(Locale.ROOT, "%04d", number);
        return new ParticipantCode(sitePrefix + "-" + digits + "-" + checkDigit(sitePrefix + digits));
    }

    /** Reads a code as a person types it: in any case, with spaces around it. */
    public static ParticipantCode parse(String typed) {
        return new ParticipantCode(typed.strip().toUpperCase(Locale.ROOT));
    }

    public String sitePrefix() {
        return value.substring(0, value.indexOf('-'));
    }

    /** The number within the site. */
    public int number() {
        return Integer.parseInt(value.substring(value.indexOf('-') + 1, value.lastIndexOf('-')));
    }

    @Override
    public int compareTo(ParticipantCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static int checkDigit(String lettersAndDigits) {
        int product = 10;
        for (char c : lettersAndDigits.toCharArray()) {
            int number = Character.digit(c, 36);
            if (number >= 10) {
                product = next(product, number / 10);
            }
            product = next(product, number % 10);
        }
        return (11 - product) % 10;
    }

    private static int next(int product, int digit) {
        int sum = (product + digit) % 10;
        return (sum == 0 ? 10 : sum) * 2 % 11;
    }
}
