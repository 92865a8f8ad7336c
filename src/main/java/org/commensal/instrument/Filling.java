package org.commensal.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/** One pass through the items of a form with what was given: who is asked what, what it means, and what is wrong. */
final class Filling {

    private static final int LONGEST = 10_000;
    private static final ItemType.Reading TOO_LONG =
            ItemType.Reading.declined("This answer is too long.", "Dit antwoord is te lang.");
    private static final ItemType.Reading REQUIRED = ItemType.Reading.declined(
            "Answer this question; the study cannot do without it.",
            "Beantwoord deze vraag; het onderzoek kan niet zonder.");

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Text> declined = new LinkedHashMap<>();
    private final List<Item> asked = new ArrayList<>();

    Filling(List<Item> items, Map<String, @Nullable Object> given) {
        items.forEach(item -> values.put(item.code(), value(item, given)));
    }

    Answers answers() {
        return new Answers(values);
    }

    Map<String, Text> declined() {
        return declined;
    }

    List<Item> asked() {
        return asked;
    }

    private Value value(Item item, Map<String, @Nullable Object> given) {
        Value condition = item.askIf().map(this::evaluate).orElse(Kleene.TRUE);
        if (!condition.equals(Kleene.TRUE)) {
            return condition.equals(Kleene.FALSE) ? Value.Missing.NOT_APPLICABLE : Value.Missing.UNKNOWN;
        }
        if (!ItemTypes.of(item).isAsked()) {
            return computed(item, given);
        }
        asked.add(item);
        ItemType.Reading reading = read(item, given.get(item.code()));
        if (reading instanceof ItemType.Reading.Accepted accepted) {
            boolean reached = given.containsKey(item.code());
            return reached ? accepted.value() : Value.Missing.UNKNOWN;
        }
        return decline(item, reading);
    }

    private Value computed(Item item, Map<String, @Nullable Object> given) {
        if (given.get(item.code()) != null) {
            return decline(item, ItemTypes.of(item).read(item, ""));
        }
        return Optional.ofNullable(item.settings().get("formula"))
                .map(Expression::parse)
                .map(this::evaluate)
                .orElse(Value.Missing.UNKNOWN);
    }

    private Value decline(Item item, ItemType.Reading reading) {
        if (reading instanceof ItemType.Reading.Declined no) {
            declined.put(item.code(), no.why());
        }
        return Value.Missing.UNKNOWN;
    }

    private Value evaluate(Expression expression) {
        return expression.evaluate(name -> values.getOrDefault(name, Value.Missing.UNKNOWN));
    }

    /** Reads one answer; nothing, a blank text or an empty list is a question that was skipped, or that somebody preferred not to answer. */
    static ItemType.Reading read(Item item, @Nullable Object given) {
        if (given == null || isEmpty(given)) {
            return item.required()
                    ? REQUIRED
                    : ItemType.Reading.of(item.mayRefuse() ? Value.Missing.REFUSED : Value.Missing.SKIPPED);
        }
        boolean tooLong = given instanceof String text && text.length() > LONGEST
                || given instanceof List<?> list && list.size() > LONGEST;
        return tooLong ? TOO_LONG : ItemTypes.of(item).read(item, given);
    }

    private static boolean isEmpty(Object given) {
        if (given instanceof Map<?, ?> parts) {
            return parts.values().stream().allMatch(part -> part == null || isEmpty(part));
        }
        return given instanceof String text ? text.isBlank() : given instanceof List<?> list && list.isEmpty();
    }
}
