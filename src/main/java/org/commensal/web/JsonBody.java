package org.commensal.web;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.AnswersJson;

/**
 * The JSON object of a request, read value by value.
 *
 * <p>Reading a value that is missing or cannot be read notes a violation with its pointer and goes on with an empty one;
 * {@link #done} refuses with all of them together, and with every field that nobody asked for. So a resource reads
 * everything, calls {@code done}, and only then a use case. {@code null} counts as absent.
 */
public final class JsonBody {

    private static final Text INVALID =
            new Text("Some values cannot be accepted; see each.", "Sommige waarden kloppen niet; zie bij elke waarde.");
    private static final Text TEXTS =
            new Text("Write a list of texts: [\"a\", \"b\"].", "Schrijf een lijst met teksten: [\"a\", \"b\"].");
    private static final Text MISSING = new Text("This is missing. Add it.", "Dit ontbreekt. Vul het aan.");
    private static final Text UNKNOWN = new Text(
            "This is not a field here. Leave it out, or check how it is spelled.",
            "Dit veld is hier niet bekend. Laat het weg of controleer de spelling.");

    private static final int MOST_VIOLATIONS = 100;
    private static final Map<String, Language> LANGUAGES = Map.of("en", Language.EN, "nl", Language.NL);

    private final JsonObject object;
    private final String pointer;
    private final List<Violation> violations;
    private final Set<String> asked = new HashSet<>();
    private final List<JsonBody> parts = new ArrayList<>();

    private JsonBody(JsonObject object, String pointer, List<Violation> violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    public static JsonBody of(JsonObject object) {
        return new JsonBody(object, "", new ArrayList<>());
    }

    /** Notes that the value of a field cannot be accepted. */
    public void violation(String field, Text message) {
        violations.add(new Violation(pointer(field), message));
    }

    /** Text that must be there, of so many characters. */
    public String string(String field, int least, int most) {
        return required(field, JsonKind.text(least, most), "");
    }

    public Optional<String> optionalString(String field, int least, int most) {
        return optional(field, JsonKind.text(least, most));
    }

    public boolean flag(String field) {
        return required(field, JsonKind.FLAG, false);
    }

    /** What the field says, or what holds where it is absent. */
    public boolean flag(String field, boolean otherwise) {
        return optional(field, JsonKind.FLAG).orElse(otherwise);
    }

    /** A whole number, or what holds where it is absent. */
    public int integer(String field, int least, int most, int otherwise) {
        return optional(field, JsonKind.whole(least, most)).orElse(otherwise);
    }

    public LocalDate date(String field) {
        return required(field, JsonKind.DATE, LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String field) {
        return optional(field, JsonKind.DATE);
    }

    public Optional<Instant> optionalInstant(String field) {
        return optional(field, JsonKind.INSTANT);
    }

    public Optional<ZoneId> optionalZone(String field) {
        return optional(field, JsonKind.ZONE);
    }

    public UUID uuid(String field) {
        return required(field, JsonKind.ID, new UUID(0, 0));
    }

    public Language language(String field) {
        return oneOf(field, LANGUAGES);
    }

    public Optional<Language> optionalLanguage(String field) {
        return optional(field, JsonKind.oneOf(LANGUAGES));
    }

    /** Whether the field is there and not {@code null}. */
    public boolean has(String field) {
        asked.add(field);
        return object.getOrDefault(field, JsonValue.NULL) != JsonValue.NULL;
    }

    /** What a code stands for; any of them after a violation. */
    public <T> T oneOf(String field, Map<String, T> byCode) {
        return required(
                field, JsonKind.oneOf(byCode), byCode.values().iterator().next());
    }

    /** What a code stands for, or what holds where it is absent. */
    public <T> T oneOf(String field, Map<String, T> byCode, T otherwise) {
        return optional(field, JsonKind.oneOf(byCode)).orElse(otherwise);
    }

    /** The object in a field that must be there; an empty one after a violation. */
    public JsonBody object(String field) {
        Optional<JsonObject> found = read(field, JsonKind.OBJECT, true);
        return found.map(value -> part(value, pointer(field))).orElseGet(JsonBody::nothing);
    }

    public Optional<JsonBody> optionalObject(String field) {
        return optional(field, JsonKind.OBJECT).map(value -> part(value, pointer(field)));
    }

    /** The objects of a list; none where the field is absent. */
    public List<JsonBody> objects(String field) {
        List<JsonBody> objects = new ArrayList<>();
        List<JsonValue> values = optional(field, JsonKind.LIST).orElse(List.of());
        for (int i = 0; i < values.size(); i++) {
            String place = pointer(field) + "/" + i;
            JsonKind.OBJECT
                    .read()
                    .apply(values.get(i))
                    .ifPresentOrElse(
                            value -> objects.add(part(value, place)),
                            () -> violations.add(new Violation(place, JsonKind.OBJECT.expected())));
        }
        return objects;
    }

    /** The texts of a list; none where the field is absent. */
    public List<String> strings(String field) {
        List<String> strings = new ArrayList<>();
        for (JsonValue value : optional(field, JsonKind.LIST).orElse(List.of())) {
            if (value instanceof JsonString text) {
                strings.add(text.getString());
            } else {
                violation(field, TEXTS);
            }
        }
        return strings;
    }

    /** The ids of a list; none where the field is absent. */
    public List<UUID> uuids(String field) {
        List<UUID> ids = new ArrayList<>();
        for (JsonValue value : optional(field, JsonKind.LIST).orElse(List.of())) {
            JsonKind.ID.read().apply(value).ifPresentOrElse(ids::add, () -> violation(field, JsonKind.ID.expected()));
        }
        return ids;
    }

    /** The answers of a questionnaire, by item; {@code null} stands beside what was skipped. */
    public Map<String, Object> answers(String field) {
        return AnswersJson.given(required(field, JsonKind.OBJECT, JsonValue.EMPTY_JSON_OBJECT));
    }

    /** The names of an object of free shape, each with {@code true} or {@code false}. */
    public Map<String, Boolean> flags(String field) {
        Map<String, Boolean> flags = new LinkedHashMap<>();
        JsonBody part = object(field);
        part.object.keySet().forEach(name -> flags.put(name, part.flag(name)));
        return flags;
    }

    /** Ends the reading: refuses if anything could not be accepted, or was sent and not asked for. */
    public void done() {
        unasked();
        if (!violations.isEmpty()) {
            int most = Math.min(violations.size(), MOST_VIOLATIONS);
            throw new Refusal(Reason.INVALID, INVALID, violations.subList(0, most));
        }
    }

    private void unasked() {
        object.keySet().stream()
                .filter(field -> !asked.contains(field))
                .sorted()
                .forEach(field -> violation(field, UNKNOWN));
        parts.forEach(JsonBody::unasked);
    }

    private <T> T required(String field, JsonKind<T> kind, T otherwise) {
        return read(field, kind, true).orElse(otherwise);
    }

    private <T> Optional<T> optional(String field, JsonKind<T> kind) {
        return read(field, kind, false);
    }

    private <T> Optional<T> read(String field, JsonKind<T> kind, boolean required) {
        asked.add(field);
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        if (value.getValueType() == ValueType.NULL) {
            if (required) {
                violation(field, MISSING);
            }
            return Optional.empty();
        }
        Optional<T> read = kind.read().apply(value);
        if (read.isEmpty()) {
            violation(field, kind.expected());
        }
        return read;
    }

    private JsonBody part(JsonObject value, String place) {
        JsonBody part = new JsonBody(value, place, violations);
        parts.add(part);
        return part;
    }

    /** Stands for an object that is not there; that it is missing was noted already, so what is missing in it is not. */
    private static JsonBody nothing() {
        return of(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The pointer to a field (RFC 6901, section 3). */
    private String pointer(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
