package org.commensal.exchange;

import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Type;

/**
 * An item that was carried over, as a condition of the source may speak of it.
 *
 * @param options the value of each option now, by its value in the source
 */
record Known(Item item, Map<String, String> options) {

    static Known of(Item item) {
        return new Known(item, Map.of());
    }

    Type type() {
        return ItemTypes.of(item).type(item);
    }

    /** The option that the source calls this. */
    Optional<String> option(String source) {
        return Optional.ofNullable(options.get(source)).or(() -> item.options().stream()
                .map(Item.Option::value)
                .filter(source::equals)
                .findFirst());
    }
}
