package org.commensal.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commensal.kernel.Text;

/**
 * A kind of value that a field may have.
 *
 * @param read nothing for a value of another kind
 * @param expected what to write instead of such a value
 */
record JsonKind<T>(Function<JsonValue, Optional<T>> read, Text expected) {

    static final JsonKind<Boolean> FLAG =
            new JsonKind<>(JsonKind::flag, new Text("Write true or false.", "Schrijf true of false."));

    static final JsonKind<JsonObject> OBJECT = new JsonKind<>(
            value -> as(JsonObject.class, value), new Text("Write an object: { … }.", "Schrijf een object: { … }."));

    static final JsonKind<List<JsonValue>> LIST = new JsonKind<>(
            value -> as(JsonArray.class, value).map(List::copyOf),
            new Text("Write a list: [ … ].", "Schrijf een lijst: [ … ]."));

    static final JsonKind<LocalDate> DATE = written(
            JsonValues::date,
            new Text(
                    "Write a date as year-month-day: 2026-11-23.",
                    "Schrijf een datum als jaar-maand-dag: 2026-11-23."));

    static final JsonKind<Instant> INSTANT = written(
            JsonValues::instant,
            new Text("Write a UTC time: 2026-11-23T08:30:00Z.", "Schrijf een tijd in UTC: 2026-11-23T08:30:00Z."));

    static final JsonKind<ZoneId> ZONE = written(
            ZoneId::of, new Text("Write a time zone: Europe/Amsterdam.", "Schrijf een tijdzone: Europe/Amsterdam."));

    static final JsonKind<UUID> ID = written(
            UUID::fromString,
            new Text(
                    "Write a UUID: 6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10.",
                    "Schrijf een UUID: 6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10."));

    private static final int LONGEST_WORD = 60;

    static JsonKind<String> text(int least, int most) {
        return new JsonKind<>(
                value -> text(value).filter(text -> text.length() >= least && text.length() <= most),
                new Text("Write text of %s to %s characters.", "Schrijf %s tot %s tekens.").with(least, most));
    }

    static JsonKind<Integer> whole(int least, int most) {
        return new JsonKind<>(
                value -> as(JsonNumber.class, value)
                        .map(JsonNumber::bigDecimalValue)
                        .filter(number -> JsonValues.isWithin(number, least, most))
                        .map(number -> number.intValueExact()),
                new Text("Write a whole number from %s to %s.", "Schrijf een heel getal van %s tot %s.")
                        .with(least, most));
    }

    static <T> JsonKind<T> oneOf(Map<String, T> byCode) {
        String allowed = String.join(", ", byCode.keySet().stream().sorted().toList());
        return new JsonKind<>(
                value -> text(value).flatMap(code -> Optional.ofNullable(byCode.get(code))),
                new Text("Write one of: %s.", "Kies uit: %s.").with(allowed));
    }

    private static <T> JsonKind<T> written(Function<String, T> parse, Text expected) {
        return new JsonKind<>(
                value -> text(value)
                        .filter(text -> text.length() <= LONGEST_WORD)
                        .flatMap(text -> attempt(parse, text)),
                expected);
    }

    private static <T> Optional<T> attempt(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonValue value) {
        return JsonValues.text(value);
    }

    private static Optional<Boolean> flag(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> as(Class<T> type, JsonValue value) {
        return Optional.of(value).filter(type::isInstance).map(type::cast);
    }
}
