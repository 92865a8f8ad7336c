package org.commensal.instrument;

import java.util.Map;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;

/** A time of the day from {@code 00:00} to {@code 23:59}, kept as a word. */
final class TimeOfDay implements ItemType {

    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Type type(Item item) {
        return Type.WORD;
    }

    @Override
    public Reading read(Item item, Object given) {
        return given instanceof String text && FORM.matcher(text.strip()).matches()
                ? Reading.of(new Value.Word(text.strip()))
                : Reading.declined(
                        "Fill in a time from 00:00 to 23:59; you wrote \"%s\".",
                        "Vul een tijd in van 00:00 tot en met 23:59; u schreef \"%s\".", Echo.of(given));
    }
}
