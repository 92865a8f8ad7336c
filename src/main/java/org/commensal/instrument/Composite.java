package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/**
 * An answer of several parts under one name, each of which is read as a question of its own; only the first has to be
 * there, and alone it may be given as a plain text.
 */
abstract class Composite implements ItemType {

    @Override
    public abstract List<Item> parts(Item item);

    /** The parts as they are kept, or what is wrong with them together. */
    abstract Reading check(Map<String, Value> parts);

    @Override
    public Reading read(Item item, Object given) {
        List<Item> parts = parts(item);
        Map<?, ?> written = given instanceof Map<?, ?> several
                ? several
                : Map.of(parts.get(0).code(), given);
        List<String> codes = parts.stream().map(Item::code).toList();
        Optional<?> unknown =
                written.keySet().stream().filter(code -> !codes.contains(code)).findFirst();
        if (unknown.isPresent()) {
            return Reading.declined(
                    "There is no part \"%s\". Use: %s.",
                    "Er is geen onderdeel \"%s\". Gebruik: %s.", Echo.of(unknown.get()), String.join(", ", codes));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        for (Item part : parts) {
            Reading reading = Filling.read(part, written.get(part.code()));
            if (reading instanceof Reading.Declined declined) {
                return new Reading.Declined(below(part.question(), declined.why()));
            }
            if (reading instanceof Reading.Accepted known && !(known.value() instanceof Value.Missing)) {
                values.put(part.code(), known.value());
            }
        }
        return check(values);
    }

    private static Text below(Text part, Text why) {
        return new Text(part.en() + ": " + why.en(), part.nl() + ": " + why.nl());
    }

    static Item part(String code, String type, Text question, Map<String, String> settings, String exportClass) {
        return new Item(
                code, type, question, Optional.empty(), List.of(), settings, Optional.empty(), false, exportClass);
    }

    /** The same part, which has to be there. */
    static Item needed(Item part) {
        return new Item(
                part.code(),
                part.type(),
                part.question(),
                part.help(),
                part.options(),
                part.settings(),
                part.askIf(),
                true,
                part.exportClass());
    }
}
