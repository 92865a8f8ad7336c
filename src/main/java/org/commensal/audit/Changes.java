package org.commensal.audit;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an act changed, as names and values; never an answer, an identity or an arm. */
final class Changes {

    private Changes() {}

    static String write(Map<String, String> changes) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        new TreeMap<>(changes).forEach(object::add);
        return object.build().toString();
    }

    static SortedMap<String, String> parse(String json) {
        SortedMap<String, String> changes = new TreeMap<>();
        try (var reader = JSON.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> changes.put(name, ((JsonString) value).getString()));
        }
        return changes;
    }
}
