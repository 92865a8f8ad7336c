package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FHIR Questionnaires in and out. */
class FhirTest {

    private static final Study FLAGSHIP = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @Test
    void refusesDepthDoublesAndWhatIsNoQuestionnaire() {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String lists = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("This is nested more than 40 deep.");
        assertThatThrownBy(() -> read(lists)).hasMessageContaining("This is nested more than 40 deep.");
        assertThatThrownBy(() -> read("{\"id\": \"a\",\n\"id\": \"b\"}"))
                .hasMessage("form.json:2: /id stands here twice. Keep one of them.");
        assertThatThrownBy(() -> read("{\"resourceType\": \"Patient\"}"))
                .hasMessageContaining("There is no Questionnaire here.");
        assertThatThrownBy(() -> read("{\"resourceType\": ")).isInstanceOf(FaultyImport.class);
        assertThatThrownBy(() -> read("{\"resourceType\" \"x\"}")).hasMessageContaining("This is not JSON.");
        assertThatThrownBy(() -> read("\u0000")).hasMessageContaining("This is no file that can be imported.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "boolean; boolean",
                "decimal; number",
                "integer; integer",
                "date; date",
                "time; time",
                "attachment; file",
                "string; text",
                "text; text"
            })
    void givesEachTypeItsItemType(String type, String expected) {
        assertThat(lastOf(read(item("{'linkId': 'a', 'text': 'A', 'type': '" + type + "'}")))
                        .type())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'enableWhen': [{'question': 'q1', 'operator': '=', 'answerBoolean': true}]; q1",
                "'enableWhen': [{'question': 'q1', 'operator': 'exists', 'answerBoolean': false}]; not known(q1)",
                "'enableWhen': [{'question': 'q2', 'operator': '=', 'answerCoding': {'code': 'LA-1'}}]; q2 == \"la_1\"",
                "'enableBehavior': 'any', 'enableWhen': [{'question': 'q1', 'operator': '=', 'answerBoolean': true}, {'question': 'q3', 'operator': '>', 'answerInteger': 3}]; q1 or q3 > 3"
            })
    void saysWhenAnItemIsEnabled(String when, String ours) {
        Item last = lastOf(read(item(
                "{'linkId': 'q1', 'text': 'One', 'type': 'boolean'}",
                "{'linkId': 'q2', 'text': 'Two', 'type': 'choice', 'answerOption': [{'valueCoding': {'code': 'LA-1', 'display': 'X'}}, {'valueCoding': {'code': 'b', 'display': 'Y'}}]}",
                "{'linkId': 'q3', 'text': 'Three', 'type': 'integer'}",
                "{'linkId': 'q4', 'text': 'Four', 'type': 'boolean', " + when + "}")));

        assertThat(last.askIf()).map(Expression::source).contains(ours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'type': 'quantity'; number; quantity is number here.",
                "'type': 'dateTime'; date; dateTime is date here.",
                "'type': 'open-choice', 'answerOption': [{'valueString': 'A'}, {'valueString': 'B'}]; choice; open-choice is choice here.",
                "'type': 'string', 'repeats': true; text; One answer only, where it takes several.",
                "'type': 'choice', 'answerValueSet': 'http://example.org/vs'; text; Not carried over: answerValueSet http://example.org/vs",
                "'type': 'boolean', 'code': [{'system': 'http://loinc.org', 'code': '1-8'}]; boolean; Not carried over: code = 1-8",
                "'type': 'integer', 'extension': [{'url': 'http://example.org/x', 'valueString': 'y'}]; integer; Not carried over: valueString = y"
            })
    void listsWhatIsLessHereThanThere(String written, String type, String loss) {
        Import done = read(item("{'linkId': 'a', 'text': 'A', " + written + "}"));

        assertThat(lastOf(done).type()).isEqualTo(type);
        assertThat(done.losses()).extracting(each -> each.what().en()).contains(loss);
    }

    @Test
    void takesAValueSetThatTheFileContains() {
        Item item = lastOf(read(item("{'linkId': 'a', 'text': 'A', 'type': 'choice', 'answerValueSet': '#often'}")
                .replace(
                        "\"language\"",
                        "\"contained\": [{\"resourceType\": \"ValueSet\", \"id\": \"often\", \"compose\": {\"include\":"
                                + " [{\"concept\": [{\"code\": \"0\", \"display\": \"Never\"}, {\"code\": \"1\","
                                + " \"display\": \"Often\"}]}]}}], \"language\"")));

        assertThat(item.options()).extracting(Item.Option::value).containsExactly("0", "1");
    }

    @Test
    void takesASliderFromNoughtToTenForARatingScale() {
        String slider = "{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',"
                + " 'valueCodeableConcept': {'coding': [{'code': 'slider'}]}}";
        String limits = "{'url': 'http://hl7.org/fhir/StructureDefinition/minValue', 'valueInteger': 0},"
                + " {'url': 'http://hl7.org/fhir/StructureDefinition/maxValue', 'valueInteger': 10}";

        assertThat(lastOf(read(item("{'linkId': 'a', 'text': 'A', 'type': 'integer', 'extension': [" + slider + ", "
                                + limits + "]}")))
                        .type())
                .isEqualTo("nrs");
        assertThat(lastOf(read(item("{'linkId': 'a', 'text': 'A', 'type': 'integer', 'extension': [" + limits + "]}")))
                        .type())
                .isEqualTo("integer");
    }

    @Test
    void asksTheItemsOfAGroupUnderTheConditionOfTheGroupAsWell() {
        Item last = lastOf(read(item(
                "{'linkId': 'q1', 'text': 'One', 'type': 'boolean'}",
                "{'linkId': 'q2', 'text': 'Two', 'type': 'boolean'}",
                "{'linkId': 'g', 'type': 'group', 'enableWhen': [{'question': 'q1', 'operator': '=', 'answerBoolean': true}],"
                        + " 'item': [{'linkId': 'q3', 'text': 'Three', 'type': 'boolean', 'enableWhen':"
                        + " [{'question': 'q2', 'operator': '=', 'answerBoolean': true}]}]}")));

        assertThat(last.askIf()).map(Expression::source).contains("(q1) and (q2)");
    }

    @Test
    void aSliderFromNothingToAHundredIsALineWithItsEnds() {
        String hl7 = "http://hl7.org/fhir/StructureDefinition/";
        String control =
                "{'url': '" + hl7 + "questionnaire-itemControl', 'valueCodeableConcept': {'coding': [{'code': '%s'}]}}";
        String end = "{'linkId': '%s', 'type': 'display', 'text': '%s', 'extension': [" + control + "]}";

        Item line = lastOf(read(item("{'linkId': 'a', 'text': 'A', 'type': 'integer', 'extension': ["
                + control.formatted("slider")
                + ", {'url': '" + hl7 + "minValue', 'valueInteger': 0}, {'url': '" + hl7
                + "maxValue', 'valueInteger': 100}], 'item': ["
                + end.formatted("b", "the best", "upper") + "," + end.formatted("c", "the worst", "lower") + "]}")));

        assertThat(line.type()).isEqualTo("vas");
        assertThat(line.options())
                .extracting(option -> option.value() + " " + option.label().en())
                .containsExactly("0 the worst", "100 the best");
    }

    @Test
    void listsWhatItDoesNotKnow() {
        Import done = read(item(
                "{'linkId': 'a', 'type': 'group', 'text': 'Head', 'item': [{'linkId': 'b', 'text': 'B', 'type': 'boolean',"
                        + " 'initial': [{'valueBoolean': true}], 'prefix': '1.', 'enableWhen': [{'question': 'z', 'operator': '=', 'answerBoolean': true}]}]}",
                "{'linkId': 'c', 'text': 'Photo', 'type': 'reference'}"));

        assertThat(done.losses())
                .extracting(loss -> loss.what().en())
                .contains(
                        "Not carried over: valueBoolean = true",
                        "Not carried over: prefix = 1.",
                        "Not carried over: enableWhen z = true",
                        "Not carried over: c (reference)",
                        "Not carried over: text = Photo");
        Study study = StudyReader.read(done.files());
        assertThat(study.questionnaire("form").intro()).isPresent();
    }

    @Test
    void givesOurOwnFormsBackAsTheyWent() {
        Import done = Importers.read("flagship.json", Exporters.of("fhir").write(FLAGSHIP, "hash"));

        Study again = StudyReader.read(done.files());
        assertThat(again.questionnaires().keySet())
                .containsExactlyInAnyOrderElementsOf(FLAGSHIP.questionnaires().keySet());
        FLAGSHIP.questionnaires()
                .forEach((id, form) -> assertThat(again.questionnaire(id)).hasToString(form.toString()));
        assertThat(done.losses()).extracting(Loss::kind).containsOnly(Loss.Kind.TO_COMPLETE);
    }

    @Test
    void givesEveryItemTypeBackAsItWent() {
        Study every = StudyReader.read(Path.of("src", "test", "resources", "studies", "every-key"));

        Study again = StudyReader.read(
                Importers.read("every.json", Exporters.of("fhir").write(every, "hash"))
                        .files());

        assertThat(again.questionnaire("screening"))
                .hasToString(every.questionnaire("screening").toString());
    }

    private static Item lastOf(Import done) {
        List<Item> items = StudyReader.read(done.files()).questionnaire("form").items();
        return items.get(items.size() - 1);
    }

    private static String item(String... items) {
        return ("{'resourceType': 'Questionnaire', 'id': 'form', 'language': 'en', 'title': 'Form', 'item': ["
                        + String.join(",", items) + "]}")
                .replace('\'', '"');
    }

    private static Import read(String json) {
        return Importers.read("form.json", json.getBytes(StandardCharsets.UTF_8));
    }
}
