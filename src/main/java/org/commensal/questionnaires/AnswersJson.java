package org.commensal.questionnaires;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values as the JSON document that is stored: one member an answer, and {@value #MISSING} with the reason for each item
 * that has none.
 */
public final class AnswersJson {

    /** The member that holds the reasons; no item code begins with an underscore. */
    public static final String MISSING = "_missing";

    /** The member that lists the unusual answers that were confirmed; absent where there are none. */
    public static final String CONFIRMED = "_confirmed";

    private AnswersJson() {}

    public static String write(Map<String, Value> values) {
        return document(values).toString();
    }

    static String write(Map<String, Value> values, Set<String> confirmed) {
        JsonObject document = document(values);
        return confirmed.isEmpty()
                ? document.toString()
                : JSON.createObjectBuilder(document)
                        .add(CONFIRMED, JSON.createArrayBuilder(confirmed))
                        .build()
                        .toString();
    }

    public static JsonObject document(Map<String, Value> values) {
        JsonObjectBuilder document = JSON.createObjectBuilder();
        JsonObjectBuilder missing = JSON.createObjectBuilder();
        values.forEach((code, value) -> {
            if (value instanceof Value.Missing reason) {
                missing.add(code, word(reason));
            } else {
                document.add(code, json(value));
            }
        });
        return document.add(MISSING, missing).build();
    }

    /** The word for a reason, as it is stored and exported: as in {@code not-applicable}. */
    public static String word(Value.Missing reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The answers to this questionnaire, with the type that each item gives them. */
    public static Answers read(Questionnaire questionnaire, String json) {
        JsonObject document = parse(json);
        JsonObject missing = document.getJsonObject(MISSING);
        Map<String, Value> values = new LinkedHashMap<>();
        for (Item item : questionnaire.items()) {
            JsonValue stored = document.get(item.code());
            if (stored != null) {
                values.put(item.code(), value(stored, item.type().equals("date")));
            } else if (missing.containsKey(item.code())) {
                values.put(item.code(), reason(missing.getString(item.code())));
            }
        }
        return new Answers(values);
    }

    /** The codes of the unusual answers that were confirmed. */
    static Set<String> confirmed(String json) {
        JsonArray confirmed = parse(json).getJsonArray(CONFIRMED);
        return confirmed == null ? Set.of() : Set.copyOf(texts(confirmed));
    }

    /** Computed values, which are numbers, words or true and false. */
    public static Map<String, Value> readScores(String json) {
        JsonObject document = parse(json);
        Map<String, Value> values = new LinkedHashMap<>();
        document.forEach((code, stored) -> {
            if (!code.equals(MISSING)) {
                values.put(code, value(stored, false));
            }
        });
        document.getJsonObject(MISSING)
                .forEach((code, reason) -> values.put(code, reason(((JsonString) reason).getString())));
        return values;
    }

    /** What somebody sent or typed, as {@link Questionnaire#accept} takes it. */
    public static Map<String, Object> given(JsonObject document) {
        Map<String, Object> given = new LinkedHashMap<>();
        document.forEach((code, value) -> given.put(code, plain(value)));
        return given;
    }

    /** One value as somebody gave it; {@code null} where there is none. */
    static @Nullable Object given(Value value) {
        return value instanceof Value.Missing ? null : plain(json(value));
    }

    @SuppressWarnings("NullAway") // a null stands for a question that was skipped
    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case STRING -> ((JsonString) value).getString();
            case ARRAY -> texts((JsonArray) value);
            case NULL -> null;
            case OBJECT -> given((JsonObject) value);
        };
    }

    private static List<String> texts(JsonArray array) {
        return array.stream()
                .map(element -> element instanceof JsonString text ? text.getString() : element.toString())
                .toList();
    }

    private static JsonObject parse(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static Value value(JsonValue stored, boolean date) {
        return switch (stored.getValueType()) {
            case TRUE -> new Value.Bool(true);
            case FALSE -> new Value.Bool(false);
            case NUMBER -> new Value.Num(((JsonNumber) stored).bigDecimalValue());
            case ARRAY -> new Value.Words(texts((JsonArray) stored));
            case OBJECT -> parts((JsonObject) stored);
            default -> text(((JsonString) stored).getString(), date);
        };
    }

    private static Value parts(JsonObject stored) {
        Map<String, Value> parts = new LinkedHashMap<>();
        stored.forEach((code, part) -> parts.put(code, value(part, false)));
        return new Value.Parts(parts);
    }

    private static Value text(String text, boolean date) {
        return date ? new Value.Day(LocalDate.parse(text)) : new Value.Word(text);
    }

    private static Value.Missing reason(String word) {
        return Value.Missing.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static JsonValue json(Value value) {
        if (value instanceof Value.Bool bool) {
            return bool.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Value.Num number) {
            return JSON.createValue(number.value());
        }
        if (value instanceof Value.Words words) {
            return JSON.createArrayBuilder(words.value()).build();
        }
        if (value instanceof Value.Parts parts) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            parts.value().forEach((code, part) -> object.add(code, json(part)));
            return object.build();
        }
        if (value instanceof Value.Day day) {
            return JSON.createValue(day.value().toString());
        }
        return JSON.createValue(((Value.Word) value).value());
    }
}
