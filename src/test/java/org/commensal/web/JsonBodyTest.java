package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.BadRequestException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "{'a':1}", "nonsense"})
    void whatIsNotJsonIsABadRequest(String body) {
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(body));
    }

    @Test
    void nestingTooDeepIsABadRequest() {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(deep));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]"})
    void anotherValueThanAnObjectIsRefused(String body) {
        assertThat(catchThrowableOfType(Refusal.class, () -> read(body)).reason())
                .isEqualTo(Reason.INVALID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}               | This is missing. Add it.
                    {"days": null}   | This is missing. Add it.
                    {"days": "abc"}  | Write a date as year-month-day: 2026-11-23.
                    {"days": 7}      | Write a date as year-month-day: 2026-11-23.
                    {"days": "2026-02-30"} | Write a date as year-month-day: 2026-11-23.
                    """)
    void aDateThatIsNoneIsAViolationAtItsField(String json, String message) {
        JsonBody body = read(json);
        body.date("days");

        assertThat(violations(body)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/days");
            assertThat(violation.message().en()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "5.5", "0", "101", "1e400000000", "true", "[5]"})
    void aNumberThatIsNotWholeOrOutOfRangeIsAViolation(String value) {
        JsonBody body = read("{\"n\":" + value + "}");

        assertThat(body.integer("n", 1, 100, 42)).isEqualTo(42);
        assertThat(violations(body)).extracting(Violation::pointer).containsExactly("/n");
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsPlace() {
        JsonBody body = read("{\"name\":\"\",\"grants\":[{\"role\":\"x\",\"rôle\":1},7],\"a/b~c\":true}");
        body.string("name", 1, 200);
        body.uuid("id");
        body.object("consent").string("version", 1, 9);
        body.objects("grants").forEach(grant -> grant.string("role", 1, 40));

        assertThat(violations(body))
                .extracting(Violation::pointer)
                .containsExactly("/name", "/id", "/consent", "/grants/1", "/a~1b~0c", "/grants/0/rôle");
    }

    @Test
    void aThousandFaultsAreNotAllSaid() {
        StringBuilder many = new StringBuilder("{\"first\":1");
        for (int i = 0; i < 1_000; i++) {
            many.append(",\"f").append(i).append("\":1");
        }

        assertThat(violations(read(many + "}"))).hasSize(100);
    }

    @Test
    void readsEveryKind() {
        JsonBody body = read("""
                {"text": "é", "flag": true, "n": 3.0, "day": "2026-11-23", "at": "2026-11-23T08:30:00Z",
                 "zone": "Europe/Amsterdam", "id": "6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10", "language": "nl",
                 "part": {"x": "y"}, "values": {"a": 1, "b": [true, "c"], "d": null}}
                """);

        assertThat(body.string("text", 1, 1)).isEqualTo("é");
        assertThat(body.optionalString("absent", 1, 1)).isEmpty();
        assertThat(body.flag("flag")).isTrue();
        assertThat(body.flag("absent", true)).isTrue();
        assertThat(body.integer("n", 1, 5, 1)).isEqualTo(3);
        assertThat(body.date("day")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(body.optionalInstant("at")).contains(Instant.parse("2026-11-23T08:30:00Z"));
        assertThat(body.optionalZone("zone")).contains(ZoneId.of("Europe/Amsterdam"));
        assertThat(body.uuid("id")).isEqualTo(UUID.fromString("6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10"));
        assertThat(body.language("language")).isEqualTo(Language.NL);
        assertThat(body.object("part").string("x", 1, 1)).isEqualTo("y");
        assertThat(body.answers("values"))
                .containsEntry("a", BigDecimal.ONE)
                .containsEntry("b", List.of("true", "c"))
                .containsEntry("d", null);
        body.done();
    }

    private static JsonBody read(String json) {
        return JsonBodyReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> violations(JsonBody body) {
        return catchThrowableOfType(Refusal.class, body::done).violations();
    }
}
