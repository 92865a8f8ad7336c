package org.commensal.instrument;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.kernel.Settings;

/** Any of several options, at least one; kept in the order of the options, each once. */
final class Choices implements ItemType {

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public Type type(Item item) {
        return Type.manyOf(Choice.values(item));
    }

    @Override
    public Reading read(Item item, Object given) {
        List<?> several = given instanceof List<?> list ? list : List.of(given);
        Set<String> chosen = new LinkedHashSet<>();
        for (Object each : several) {
            Optional<Item.Option> option = Choice.option(item, each);
            if (option.isEmpty()) {
                return Choice.declined(item, each);
            }
            chosen.add(option.get().value());
        }
        return Reading.of(new Value.Words(
                Choice.values(item).stream().filter(chosen::contains).toList()));
    }
}
