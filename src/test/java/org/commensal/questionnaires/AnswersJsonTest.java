package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** What is stored is read back as it was, and why something is missing with it. */
class AnswersJsonTest {

    private static final List<String> TYPES =
            List.of("boolean", "number", "choice", "choices", "date", "text", "medication");
    private static final Questionnaire QUESTIONNAIRE = new Questionnaire(
            "everything",
            Text.same("Everything"),
            Optional.empty(),
            Optional.empty(),
            1,
            TYPES.stream().map(AnswersJsonTest::item).toList(),
            List.of());

    @Property(tries = 300)
    void isReadBackAsItWasWritten(@ForAll("answers") Answers answers) {
        assertThat(AnswersJson.read(QUESTIONNAIRE, AnswersJson.write(answers.values())))
                .isEqualTo(answers);
    }

    @Test
    void missingIsNeverFalseAndNeverZero() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("boolean", Value.Missing.SKIPPED);
        values.put("number", Value.Missing.NOT_APPLICABLE);

        String json = AnswersJson.write(values);

        assertThat(json).isEqualTo("{\"_missing\":{\"boolean\":\"skipped\",\"number\":\"not-applicable\"}}");
        assertThat(AnswersJson.read(QUESTIONNAIRE, json).get("date")).isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void whatWasConfirmedStandsBesideTheAnswersAndIsNone() {
        Map<String, Value> values = Map.of("number", Value.Num.of(210));

        String json = AnswersJson.write(values, Set.of("number"));

        assertThat(json).isEqualTo("{\"number\":210,\"_missing\":{},\"_confirmed\":[\"number\"]}");
        assertThat(AnswersJson.read(QUESTIONNAIRE, json)).isEqualTo(new Answers(values));
        assertThat(AnswersJson.write(values, Set.of())).isEqualTo(AnswersJson.write(values));
    }

    @Test
    void scoresAreReadBackWithWhatIsMissing() {
        Map<String, Value> scores = Map.of(
                "phq9_total", Value.Num.of(7), "gad7_total", Value.Missing.UNKNOWN, "high", new Value.Bool(true));

        assertThat(AnswersJson.readScores(AnswersJson.write(scores))).isEqualTo(scores);
    }

    @Test
    void whatWasSentKeepsASkippedQuestionApartFromAnAbsentOne() {
        Map<String, Object> given = AnswersJson.given(Json.createObjectBuilder()
                .addNull("skipped")
                .add("yes", true)
                .add("n", new BigDecimal("1.50"))
                .add("some", Json.createArrayBuilder(List.of("a", "b")))
                .add("medicine", Json.createObjectBuilder().add("product", "A").addNull("atc"))
                .build());

        assertThat(given)
                .containsEntry("skipped", null)
                .containsEntry("yes", true)
                .containsEntry("n", new BigDecimal("1.50"))
                .containsEntry("some", List.of("a", "b"))
                .hasEntrySatisfying("medicine", parts -> assertThat(parts)
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                        .containsEntry("product", "A")
                        .containsEntry("atc", null))
                .doesNotContainKey("absent");
    }

    @Provide
    static Arbitrary<Answers> answers() {
        List<Arbitrary<Value>> each = TYPES.stream()
                .map(type -> Arbitraries.oneOf(
                        value(type), Arbitraries.of(Value.Missing.values()).map(Value.class::cast)))
                .toList();
        return net.jqwik.api.Combinators.combine(each).as(AnswersJsonTest::answers);
    }

    private static Answers answers(List<Value> values) {
        Map<String, Value> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(TYPES.get(i), values.get(i));
        }
        return new Answers(named);
    }

    private static Arbitrary<Value> value(String type) {
        return switch (type) {
            case "boolean" -> Arbitraries.of(true, false).map(Value.Bool::new);
            case "number" -> Arbitraries.bigDecimals().ofScale(2).map(Value.Num::new);
            case "choices" -> Arbitraries.strings().list().ofMaxSize(4).map(Value.Words::new);
            case "medication" -> Arbitraries.strings().map(AnswersJsonTest::medicine);
            case "date" -> Dates.dates().map(Value.Day::new);
            default -> Arbitraries.strings().all().map(Value.Word::new);
        };
    }

    private static Value medicine(String name) {
        return new Value.Parts(Map.of("product", new Value.Word(name), "dose", new Value.Num(new BigDecimal("12.5"))));
    }

    private static Item item(String type) {
        return new Item(
                type, type, Text.same(type), Optional.empty(), List.of(), Map.of(), Optional.empty(), false, "normal");
    }
}
