package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every item type by its name. A new one is a class and a line here. */
public final class ItemTypes {

    private static final Map<String, ItemType> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("boolean", new YesNo());
        TABLE.put("choice", new Choice());
        TABLE.put("choices", new Choices());
        TABLE.put("integer", NumberBetween.whole());
        TABLE.put("number", NumberBetween.decimal());
        TABLE.put("nrs", NumberBetween.ratingScale());
        TABLE.put("vas", new AnalogueScale());
        TABLE.put("date", new CalendarDate());
        TABLE.put("time", new TimeOfDay());
        TABLE.put("text", new FreeText());
        TABLE.put("medication", new Medication());
        TABLE.put("file", new FileReference());
        TABLE.put("computed", new Computed());
    }

    private ItemTypes() {}

    public static List<String> names() {
        return List.copyOf(TABLE.keySet());
    }

    public static Optional<ItemType> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    /** The type of an item that was read with its study, so that its name is known. */
    public static ItemType of(Item item) {
        return find(item.type()).orElseThrow();
    }
}
