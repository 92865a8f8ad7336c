package org.commensal.instrument;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;

/** A date as {@code 2026-11-23}, from 1900 to 2199. */
final class CalendarDate implements ItemType {

    private static final Pattern FORM = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public String exportClass() {
        return "quasi-identifier";
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Type type(Item item) {
        return Type.DAY;
    }

    @Override
    public Reading read(Item item, Object given) {
        return date(given)
                .map(date -> Reading.of(new Value.Day(date)))
                .orElseGet(() -> Reading.declined(
                        "Fill in a date, such as 2026-11-23; you wrote \"%s\".",
                        "Vul een datum in, zoals 2026-11-23; u schreef \"%s\".", Echo.of(given)));
    }

    private static Optional<LocalDate> date(Object given) {
        if (!(given instanceof String text) || !FORM.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
