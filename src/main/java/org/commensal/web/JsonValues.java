package org.commensal.web;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Single values of a request; what no person writes and no database keeps is not a value. */
public final class JsonValues {

    private static final int MOST_DIGITS = 20;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private JsonValues() {}

    /** Text without the character NUL and without half of a surrogate pair. */
    static Optional<String> text(JsonValue value) {
        return Optional.of(value)
                .filter(JsonString.class::isInstance)
                .map(found -> ((JsonString) found).getString())
                .filter(text -> text.codePoints().allMatch(JsonValues::isCharacter));
    }

    /** What is left of a text without the character NUL and without halves of surrogate pairs. */
    static String characters(String text) {
        return text.codePoints()
                .filter(JsonValues::isCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int code) {
        return code != 0 && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    }

    /** Whether a number is whole and in the range; a huge exponent is not even written out. */
    static boolean isWithin(BigDecimal number, int least, int most) {
        boolean small = Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
        return small
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** @throws DateTimeException for what is no date of a year in which people live */
    static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    /** @throws DateTimeException for what is no UTC time of a year in which people live */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        checkYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return instant;
    }

    private static void checkYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year");
        }
    }
}
