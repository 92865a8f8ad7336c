package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instrument without its text is read, shown with placeholders, and completed by the study team. */
class WordingTest {

    private static final String SCALE = """
            title: {en: "Scale", nl: "Schaal"}
            version: "1.0"
            source: "Somebody 2026"
            licence: {status: licensed, statement: "Ask the owner."}
            minutes: 1
            option-sets:
              rating: [{value: "0"}, {value: "1"}]
            items:
              - {code: scale_01, type: choice, options: rating, concept: {en: "sleep", nl: "slaap"}}
              - {code: scale_02, type: choice, options: rating}
              - {code: scale_03, type: choice, options: [{value: "1"}, {value: "2", label: {en: "Two", nl: "Twee"}}]}
              - {code: scale_04, type: boolean, question: {en: "Open?", nl: "Vrij?"}}
            """;
    private static final String TEXTS = """
            intro: {en: "Last week:", nl: "Vorige week:"}
            options:
              rating: {"0": {en: "No", nl: "Nee"}, "1": {en: "Yes", nl: "Ja"}}
              scale_03: {"1": {en: "One", nl: "Een"}}
            scale_01: {en: "Slept?", nl: "Geslapen?"}
            scale_02: {en: "Ate?", nl: "Gegeten?"}
            scale_03: {en: "Ran?", nl: "Gerend?"}
            """;

    private static List<String> faults(String scale, String texts) {
        Library library = Library.empty().instrument("scale", scale).texts("scale", texts);
        FaultyStudy faulty = catchThrowableOfType(FaultyStudy.class, library::study);
        return faulty == null
                ? List.of()
                : faulty.faults().stream().map(fault -> fault.what()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            scale_02: {en: "Ate?"     | scale_02: {en: "Slept?"   | Another item asks the same.
            nl: "Gegeten?"            | nl: "Geslapen?"           | Another item asks the same.
            scale_03: {en: "Ran?"     | scale_09: {en: "Ran?"     | "scale_09" is not a key here.
            scale_03: {"1"            | scale_03: {"3"            | "3" is not a key here.
            scale_03: {"1"            | scale_04: {"1"            | "scale_04" has no options.
            , nl: "Gerend?"           | ``                        | "nl" is missing.
            intro:                    | scale_04:                 | "scale_04" has its wording in the instrument.
            rating: {                 | rating: {"2": {en: x, nl: x}, | "2" is not a key here.
            {"1": {en: "One"          | {"2": {en: "One", nl: "X"}, "1": {en: "One" | "2" has its wording in the instrument.
            """)
    void saysWhatIsWrongWithTheAddedWording(String correct, String mistake, String fault) {
        assertThat(TEXTS).contains(correct);

        assertThat(faults(
                        SCALE,
                        TEXTS.replaceFirst(
                                java.util.regex.Pattern.quote(correct),
                                java.util.regex.Matcher.quoteReplacement(mistake))))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status: licensed          | status: bought            | "status" is bought.
            , statement: "Ask the owner." | ``                    | "statement" is missing.
            version: "1.0"            | minimum: 1                | "version" is missing.
            source: "Somebody 2026"   | minimum: 1                | "source" is missing.
            licence: {                | license: {                | "licence" is missing.
            type: boolean,            | type: boolean, translation: poor, | "translation" is poor.
            """)
    void saysWhatIsWrongWithItsTerms(String correct, String mistake, String fault) {
        assertThat(faults(SCALE.replace(correct, mistake), TEXTS)).contains(fault);
    }

    @Test
    void wordingThatIsFreeMustBeThere() {
        assertThat(faults(SCALE.replace("licensed", "public-domain"), TEXTS))
                .contains("\"question\" is missing.", "\"label\" is missing.");
    }

    @Test
    void noTwoOptionsSayTheSame() {
        assertThat(faults(
                        SCALE.replace(
                                "{value: \"1\"}, {value: \"2\"",
                                "{value: \"1\", label: {en: One, nl: Twee}}, {value: \"2\""),
                        "{}"))
                .contains("Another option says the same.");
    }

    @Test
    void wordingForAnInstrumentThatTheStudyDoesNotNameIsReadByNobody() {
        Library library = Library.empty().instrument("scale", SCALE).texts("other", TEXTS);

        assertThat(catchThrowableOfType(FaultyStudy.class, library::study).faults())
                .singleElement()
                .extracting(fault -> fault.file() + ": " + fault.what())
                .isEqualTo("texts/other.yaml: Nothing reads this file.");
    }

    @Test
    void isShownWithPlaceholdersUntilItsWordingIsAdded() {
        Questionnaire form = Library.empty().instrument("scale", SCALE).study().questionnaire("scale");

        assertThat(form.lacksWording()).isTrue();
        assertThat(form.provenance().orElseThrow().withoutWording())
                .containsExactly("rating", "scale_01", "scale_02", "scale_03");
        assertThat(form.items().get(0).question())
                .isEqualTo(new Text("[insert licensed text]", "[tekst toevoegen: licentie vereist]"));
        assertThat(form.items().get(0).help()).contains(new Text("sleep", "slaap"));
        assertThat(form.items().get(0).options().get(1).label()).isEqualTo(Text.same("1"));
        assertThat(form.items().get(3).question()).isEqualTo(new Text("Open?", "Vrij?"));
    }

    @Test
    void isWholeWithTheWordingOfTheStudyTeam() {
        Questionnaire form = Library.empty()
                .instrument("scale", SCALE)
                .texts("scale", TEXTS)
                .study()
                .questionnaire("scale");

        assertThat(form.lacksWording()).isFalse();
        assertThat(form.intro()).contains(new Text("Last week:", "Vorige week:"));
        assertThat(form.items())
                .extracting(item -> item.question().nl())
                .containsExactly("Geslapen?", "Gegeten?", "Gerend?", "Vrij?");
        assertThat(form.items().get(0).help()).isEmpty();
        assertThat(form.items().get(2).options())
                .extracting(option -> option.label().en())
                .containsExactly("One", "Two");
    }

    @Test
    void aFormNeedsNoTerms() {
        assertThat(Library.empty()
                        .instrument("scale", SCALE)
                        .study()
                        .questionnaire("screening")
                        .provenance())
                .isEmpty();
    }
}
