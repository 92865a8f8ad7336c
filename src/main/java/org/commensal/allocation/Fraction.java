package org.commensal.allocation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact probability in lowest terms; numerator and denominator have at most six digits. */
record Fraction(long numerator, long denominator) implements Comparable<Fraction> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([1-9][0-9]{0,5})");

    Fraction {
        long divisor = commonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /** Reads {@code 4/5}; nothing else is exact enough to be read the same by everybody. */
    static Optional<Fraction> parse(String written) {
        Matcher form = FORM.matcher(written);
        return form.matches()
                ? Optional.of(new Fraction(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    /** The greatest whole number that divides both (Euclid, Elements VII.2). */
    static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
