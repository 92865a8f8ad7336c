package org.commensal.protocol;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.allocation.AllocationScheme;
import org.commensal.instrument.ItemTypes;
import org.commensal.kernel.Asked.Kind;

/** The JSON Schema (draft 2020-12) of one kind of file, written from what reading asks for. */
record KeySchema(KeyReference reference, String file, String title) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> WORDS = Map.of(
            "forms/*.yaml/items[].type",
            ItemTypes.names(),
            "study.yaml/open-label",
            DesignReading.UNBLINDABLE,
            "allocation.yaml/method",
            AllocationScheme.methods().stream()
                    .map(AllocationScheme.Method::name)
                    .toList());

    String write() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.setAll(mapping(file + "/"));
        ObjectNode sentence = schema.putObject("$defs").putObject("sentence");
        sentence.put("type", "object").put("description", "A sentence in both languages.");
        sentence.putObject("properties").set("en", one("string"));
        ((ObjectNode) sentence.get("properties")).set("nl", one("string"));
        sentence.putArray("required").add("en").add("nl");
        sentence.put("additionalProperties", false);
        return schema.toPrettyString() + "\n";
    }

    private ObjectNode mapping(String path) {
        ObjectNode schema = one("object");
        ObjectNode properties = JSON.createObjectNode();
        ArrayNode required = JSON.createArrayNode();
        schema.put("additionalProperties", false);
        for (Keys.Key key : reference.keys().of(path)) {
            if (key.name.equals("*")) {
                schema.set("additionalProperties", value(key));
            } else {
                properties.set(key.name, value(key));
            }
            if (reference.keys().isRequired(key)) {
                required.add(key.name);
            }
        }
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private ObjectNode value(Keys.Key key) {
        Set<Kind> kinds = key.narrowest();
        ObjectNode schema = JSON.createObjectNode();
        if (kinds.size() == 1) {
            schema = value(key, kinds.iterator().next());
        } else {
            ArrayNode any = schema.putArray("anyOf");
            kinds.forEach(kind -> any.add(value(key, kind)));
        }
        return schema.put("description", reference.sentence(key));
    }

    private ObjectNode value(Keys.Key key, Kind kind) {
        return switch (kind) {
            case VALUE -> WORDS.containsKey(key.path()) ? choice(WORDS.getOrDefault(key.path(), List.of())) : scalar();
            case NUMBER -> one("integer").put("minimum", key.least).put("maximum", key.most);
            case FLAG -> one("boolean");
            case CHOICE -> choice(key.allowed);
            case TEXT -> sentence();
            case MAPPING -> mapping(key.path());
            case VALUES ->
                list(WORDS.containsKey(key.path()) ? choice(WORDS.getOrDefault(key.path(), List.of())) : scalar(), 0);
            case TEXTS -> list(sentence(), 0);
            case LIST -> list(mapping(key.path() + "[]"), key.least);
        };
    }

    private static ObjectNode one(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    /** YAML reads 1.0 as a number and true as a truth; the study's reader takes what was written. */
    private static ObjectNode scalar() {
        ObjectNode schema = JSON.createObjectNode();
        schema.putArray("type").add("string").add("number").add("boolean");
        return schema;
    }

    private static ObjectNode choice(Iterable<String> words) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode allowed = schema.putArray("enum");
        words.forEach(allowed::add);
        return schema;
    }

    private static ObjectNode sentence() {
        return JSON.createObjectNode().put("$ref", "#/$defs/sentence");
    }

    private static ObjectNode list(ObjectNode each, int fewest) {
        ObjectNode schema = one("array");
        schema.set("items", each);
        return fewest > 0 ? schema.put("minItems", fewest) : schema;
    }
}
