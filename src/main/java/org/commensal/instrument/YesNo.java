package org.commensal.instrument;

import java.util.Map;
import org.commensal.kernel.Settings;

/** Yes or no: {@code true} or {@code false} from a form, a boolean from JSON. */
final class YesNo implements ItemType {

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public Type type(Item item) {
        return Type.TRUTH;
    }

    @Override
    public Reading read(Item item, Object given) {
        if (given instanceof Boolean truth) {
            return Reading.of(new Value.Bool(truth));
        }
        if (given.equals("true") || given.equals("false")) {
            return Reading.of(new Value.Bool(given.equals("true")));
        }
        return Reading.declined(
                "Choose yes or no; you wrote \"%s\".", "Kies ja of nee; u schreef \"%s\".", Echo.of(given));
    }
}
