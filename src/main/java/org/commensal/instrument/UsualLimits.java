package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The soft limits of an item: what an answer usually lies between, both ends included. An answer outside them and inside
 * the hard limits is taken once somebody confirmed it.
 */
public final class UsualLimits {

    public static final String LEAST = "usual-least";
    public static final String MOST = "usual-most";

    private UsualLimits() {}

    /** Reads the limits of an item, each written as an answer to it: neither, one or both. */
    public static Map<String, String> read(Settings at, Item item) {
        Map<String, Value> limits = new LinkedHashMap<>();
        for (String key : List.of(LEAST, MOST)) {
            at.optionalString(key).ifPresent(written -> {
                ItemType.Reading reading = ItemTypes.of(item).read(item, written);
                if (reading instanceof ItemType.Reading.Accepted known) {
                    limits.put(key, known.value());
                } else if (reading instanceof ItemType.Reading.Declined declined) {
                    at.fault(
                            key, "\"" + key + "\" is no answer.", declined.why().en());
                }
            });
        }
        List<Value> both = List.copyOf(limits.values());
        if (both.size() == 2 && !isBelow(both.get(0), both.get(1))) {
            String what = "\"%s\" is %s and \"%s\" is %s.".formatted(MOST, say(both.get(1)), LEAST, say(both.get(0)));
            at.fault(MOST, what, "Make " + MOST + " the larger one.");
        }
        Map<String, String> written = new LinkedHashMap<>();
        limits.forEach((key, value) -> written.put(key, say(value)));
        return written;
    }

    public static boolean isIn(Item item) {
        return item.settings().containsKey(LEAST) || item.settings().containsKey(MOST);
    }

    /** Asks whether an answer is right that can be kept and is unusual; empty where there is nothing to ask. */
    public static Optional<Text> doubt(Item item, @Nullable Object given) {
        return Filling.read(item, given) instanceof ItemType.Reading.Accepted known
                ? doubtOf(item, known.value())
                : Optional.empty();
    }

    /** What an item is asked about when an answer is unusual, with this in the place of the answer; empty without limits. */
    public static Optional<Text> question(Item item, String answer) {
        return isIn(item) ? Optional.of(sentence(item, answer)) : Optional.empty();
    }

    static Optional<Text> doubtOf(Item item, Value value) {
        Optional<Value> least = limit(item, LEAST);
        Optional<Value> most = limit(item, MOST);
        boolean isUsual = least.filter(limit -> isBelow(value, limit)).isEmpty()
                && most.filter(limit -> isBelow(limit, value)).isEmpty();
        return isUsual ? Optional.empty() : Optional.of(sentence(item, say(value)));
    }

    private static Text sentence(Item item, String answer) {
        Map<String, String> settings = item.settings();
        return sentence(settings.containsKey(LEAST), settings.containsKey(MOST))
                .with(
                        (answer + " " + settings.getOrDefault("unit", "")).strip(),
                        settings.getOrDefault(LEAST, ""),
                        settings.getOrDefault(MOST, ""));
    }

    private static Optional<Value> limit(Item item, String key) {
        return Optional.ofNullable(item.settings().get(key))
                .map(written -> ItemTypes.of(item).read(item, written))
                .filter(ItemType.Reading.Accepted.class::isInstance)
                .map(known -> ((ItemType.Reading.Accepted) known).value());
    }

    /** False where one of them is missing or they are not of one kind. */
    private static boolean isBelow(Value a, Value b) {
        if (a instanceof Value.Word one && b instanceof Value.Word other) {
            return one.value().compareTo(other.value()) < 0;
        }
        return Operator.BELOW.apply(a, b).equals(Kleene.TRUE);
    }

    private static String say(Value value) {
        if (value instanceof Value.Num number) {
            return number.value().toPlainString();
        }
        return value instanceof Value.Day day ? day.value().toString() : ((Value.Word) value).value();
    }

    private static Text sentence(boolean hasLeast, boolean hasMost) {
        if (!hasMost) {
            return new Text(
                    "You filled in %1$s. Usually this is at least %2$s. Is it right?",
                    "U vulde %1$s in. Meestal is dit minstens %2$s. Klopt het?");
        }
        return hasLeast
                ? new Text(
                        "You filled in %1$s. Usually this is from %2$s to %3$s. Is it right?",
                        "U vulde %1$s in. Meestal is dit %2$s tot en met %3$s. Klopt het?")
                : new Text(
                        "You filled in %1$s. Usually this is at most %3$s. Is it right?",
                        "U vulde %1$s in. Meestal is dit hoogstens %3$s. Klopt het?");
    }
}
