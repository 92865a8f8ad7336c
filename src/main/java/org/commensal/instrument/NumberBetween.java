package org.commensal.instrument;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * A number from {@code least} to {@code most}, both included, with at most {@code decimals} decimals. People may write a
 * decimal comma.
 */
class NumberBetween implements ItemType {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}([.,][0-9]{1,10})?");
    private static final int MOST_DECIMALS = 6;
    private static final int FARTHEST = 1_000_000_000;

    private final boolean whole;
    private final int longest;

    /** @param longest the most of a scale from 0; 0 where the study chooses the limits */
    NumberBetween(boolean whole, int longest) {
        this.whole = whole;
        this.longest = longest;
    }

    static ItemType whole() {
        return new NumberBetween(true, 0);
    }

    static ItemType decimal() {
        return new NumberBetween(false, 0);
    }

    /** The numeric rating scale from 0 to 10. */
    static ItemType ratingScale() {
        return new NumberBetween(true, 10);
    }

    @Override
    public Map<String, String> settings(Settings item) {
        Map<String, String> settings = new LinkedHashMap<>();
        boolean scale = longest > 0;
        int least = scale ? 0 : item.integer("least", -FARTHEST, FARTHEST);
        int most = scale ? longest : item.integer("most", -FARTHEST, FARTHEST);
        if (!scale && item.has("most") && most <= least) {
            item.fault("most", "\"most\" is " + most + " and \"least\" is " + least + ".", "Make most the larger one.");
        }
        settings.put("least", String.valueOf(least));
        settings.put("most", String.valueOf(most));
        settings.put("decimals", String.valueOf(whole ? 0 : item.integer("decimals", 1, MOST_DECIMALS, 1)));
        if (!scale) {
            item.optionalString("unit").ifPresent(unit -> settings.put("unit", unit));
        }
        return settings;
    }

    @Override
    public boolean isOrdered() {
        return longest == 0;
    }

    @Override
    public Type type(Item item) {
        return Type.NUMBER;
    }

    @Override
    public Reading read(Item item, Object given) {
        BigDecimal least = new BigDecimal(item.settings().getOrDefault("least", "0"));
        BigDecimal most = new BigDecimal(item.settings().getOrDefault("most", "10"));
        int decimals = Integer.parseInt(item.settings().getOrDefault("decimals", "0"));
        return number(given)
                .filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0)
                .map(BigDecimal::stripTrailingZeros)
                .filter(number -> number.scale() <= decimals)
                .map(number -> Reading.of(new Value.Num(number.scale() < 0 ? number.setScale(0) : number)))
                .orElseGet(() -> new Reading.Declined(sentence(decimals).with(least, most, Echo.of(given), decimals)));
    }

    private static Optional<BigDecimal> number(Object given) {
        if (given instanceof BigDecimal number) {
            return Optional.of(number);
        }
        return given instanceof String text && NUMBER.matcher(text.strip()).matches()
                ? Optional.of(new BigDecimal(text.strip().replace(',', '.')))
                : Optional.empty();
    }

    private static Text sentence(int decimals) {
        if (decimals == 0) {
            return new Text(
                    "Fill in a whole number from %1$s to %2$s; you wrote \"%3$s\".",
                    "Vul een heel getal in van %1$s tot en met %2$s; u schreef \"%3$s\".");
        }
        return new Text(
                "Fill in a number from %1$s to %2$s with at most %4$s decimals; you wrote \"%3$s\".",
                "Vul een getal in van %1$s tot en met %2$s met hoogstens %4$s decimalen; u schreef \"%3$s\".");
    }
}
