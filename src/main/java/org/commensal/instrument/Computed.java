package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Settings;

/** A value computed from the answers before it; never asked, and unknown where one of them is missing. */
final class Computed implements ItemType {

    private static final List<String> RESULTS = List.of("number", "boolean");

    @Override
    public Map<String, String> settings(Settings item) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("formula", item.string("formula"));
        settings.put(
                "result",
                item.optionalString("result")
                        .map(written -> item.oneOf("result", RESULTS))
                        .orElse("number"));
        return settings;
    }

    @Override
    public boolean isAsked() {
        return false;
    }

    @Override
    public Type type(Item item) {
        return "boolean".equals(item.settings().get("result")) ? Type.TRUTH : Type.NUMBER;
    }

    @Override
    public Reading read(Item item, Object given) {
        return Reading.declined(
                "This is computed from the other answers; leave it out.",
                "Dit berekenen we uit de andere antwoorden; laat het weg.");
    }
}
