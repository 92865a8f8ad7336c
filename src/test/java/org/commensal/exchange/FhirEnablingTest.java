package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other systems see of a form in FHIR: skip logic, codes and units in the words of the standard. */
class FhirEnablingTest {

    private static final List<Item> ITEMS = List.of(
            item("yes", "boolean"),
            item("also", "boolean"),
            item("kind", "choice"),
            item("many", "choices"),
            item("level", "nrs"),
            item("age", "integer"),
            item("weight", "number"),
            item("bmi", "computed"),
            item("word", "text"),
            item("day", "date"));

    private static final String YES = "{'question':'yes','operator':'=','answerBoolean':true}";
    private static final String ALSO = "{'question':'also','operator':'=','answerBoolean':true}";
    private static final String A = "{'question':'kind','operator':'=','answerCoding':{'code':'a'}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "yes; [" + YES + "];",
                "not yes; [{'question':'yes','operator':'=','answerBoolean':false}];",
                "known(day); [{'question':'day','operator':'exists','answerBoolean':true}];",
                "not known(day); [{'question':'day','operator':'exists','answerBoolean':false}];",
                "kind == \"a\"; [" + A + "];",
                "kind != \"a\"; [{'question':'kind','operator':'exists','answerBoolean':true},{'question':'kind','operator':'!=','answerCoding':{'code':'a'}}]; all",
                "kind == 1; [{'question':'kind','operator':'=','answerCoding':{'code':'1'}}];",
                "level >= 7; [{'question':'level','operator':'>=','answerInteger':7}];",
                "age < -1; [{'question':'age','operator':'<','answerInteger':-1}];",
                "weight > 18.5; [{'question':'weight','operator':'>','answerDecimal':18.5}];",
                "bmi <= 18.5; [{'question':'bmi','operator':'<=','answerDecimal':18.5}];",
                "word == \"x and y\"; [{'question':'word','operator':'=','answerString':'x and y'}];",
                "yes and also; [" + YES + "," + ALSO + "]; all",
                "yes or also; [" + YES + "," + ALSO + "]; any",
                "yes and kind != \"a\"; [" + YES
                        + ",{'question':'kind','operator':'exists','answerBoolean':true},{'question':'kind','operator':'!=','answerCoding':{'code':'a'}}]; all",
                "kind in [a]; [" + A + "];",
                "kind in [a, \"b\"]; [" + A + ",{'question':'kind','operator':'=','answerCoding':{'code':'b'}}]; any",
                "yes or kind in [a, b]; [" + YES + "," + A
                        + ",{'question':'kind','operator':'=','answerCoding':{'code':'b'}}]; any",
                "many in [\"3\"]; [{'question':'many','operator':'=','answerCoding':{'code':'3'}}];"
            })
    void saysConjunctionsAndAlternativesOfComparisons(String condition, String comparisons, String behaviour) {
        JsonObject said = said(condition);

        assertThat(said.getJsonArray("enableWhen")).isEqualTo(array(comparisons));
        assertThat(said.getString("enableBehavior", null)).isEqualTo(behaviour);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "yes and (also or level > 3)",
                "yes and also or level > 3",
                "yes or kind != \"a\"",
                "yes and kind in [a, b]",
                "not (yes and also)",
                "not many in [\"3\"]",
                "kind > 1",
                "at_least(1, yes, also)",
                "level + age > 3",
                "level > age",
                "elsewhere",
                "phq9_total > 3",
                "word > \"a\""
            })
    void saysNothingRatherThanSomethingElse(String condition) {
        assertThat(said(condition)).isEmpty();
    }

    @Test
    void saysTheSkipLogicOfTheExampleToWhoeverKnowsFhirAlone() {
        Study study = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
        String foreign = bundle("gutbrain-migraine-3arm").replace(Vendor.ASK_IF, "https://example.org/unknown");

        Study again = StudyReader.read(Importers.read("study.json", foreign.getBytes(StandardCharsets.UTF_8))
                .files());

        study.questionnaires().forEach((id, form) -> form.items().stream()
                .filter(item -> !item.askIf().map(Expression::source).orElse("").startsWith("at_least"))
                .forEach(item -> assertThat(conditionOf(again, id, item.code()))
                        .as(item.code())
                        .isEqualTo(item.askIf()
                                .map(Expression::source)
                                .filter(source -> !source.contains("atc_in"))
                                .map(FhirEnablingTest::spelledOut))));
    }

    /** As FHIR says it, which has nothing for a group of ATC codes: one comparison for each of several values, and a difference only from what is known. */
    private static String spelledOut(String source) {
        Matcher among = Pattern.compile("(\\w+) in \\[(.*)]").matcher(source);
        return among.matches()
                ? Stream.of(among.group(2).split(", "))
                        .map(value -> among.group(1) + " == \"" + value + "\"")
                        .collect(Collectors.joining(" or "))
                : source.replaceAll("^(\\w+) != (.*)$", "known($1) and $1 != $2");
    }

    @Test
    void saysCodesUnitsAndScalesInTheWordsOfTheStandard() {
        assertThat(bundle("gutbrain-migraine-3arm"))
                .contains("\"code\":[{\"system\":\"http://loinc.org\",\"code\":\"44249-1\"}]")
                .contains("\"linkId\":\"phq9_09\",\"code\":[{\"system\":\"http://loinc.org\",\"code\":\"44260-8\"}]")
                .contains("{\"system\":\"http://unitsofmeasure.org\",\"code\":\"Cel\",\"display\":\"°C\"}")
                .contains("\"url\":\"http://hl7.org/fhir/StructureDefinition/minValue\",\"valueDecimal\":35");
        assertThat(bundle("nof1-gluten-dairy")).contains("questionnaire-sliderStepValue", "\"code\":\"slider\"");
    }

    private static String bundle(String id) {
        Study study = StudyReader.read(Path.of("study-protocols", id));
        return new String(Exporters.of("fhir").write(study, "hash"), StandardCharsets.UTF_8);
    }

    private static Optional<String> conditionOf(Study study, String form, String code) {
        return study.questionnaire(form).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .flatMap(Item::askIf)
                .map(Expression::source);
    }

    private static JsonObject said(String condition) {
        JsonObjectBuilder out = Json.createObjectBuilder();
        new FhirEnabling(ITEMS).add(Expression.parse(condition).source(), out);
        return out.build();
    }

    private static JsonArray array(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readArray();
    }

    private static Item item(String code, String type) {
        List<Item.Option> options = type.startsWith("choice")
                ? Stream.of("a", "b", "1", "3")
                        .map(value -> new Item.Option(value, Text.same(value), Optional.empty()))
                        .toList()
                : List.of();
        return new Item(
                code, type, Text.same(code), Optional.empty(), options, Map.of(), Optional.empty(), false, "normal");
    }
}
