package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.instrument.Item;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What REDCap can ask and ours cannot: every such thing is mapped, or listed with the line of its row. */
class RedcapFeaturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text    | date_dmy           |      |     | date    | {}",
                "text    | date_mdy           |      |     | date    | {}",
                "text    | date_ymd           |      |     | date    | {}",
                "text    | time               |      |     | time    | {}",
                "text    | integer            | 0    | 10  | integer | {least=-1000000000, most=1000000000, decimals=0, usual-least=0, usual-most=10}",
                "text    | int                | 0    | 10  | integer | {least=-1000000000, most=1000000000, decimals=0, usual-least=0, usual-most=10}",
                "text    | number             | 0    | 10  | number  | {least=-1000000000, most=1000000000, decimals=6, usual-least=0, usual-most=10}",
                "text    | number             | 0.5  | 9   | number  | {least=-1000000000, most=1000000000, decimals=6, usual-least=0.5, usual-most=9}",
                "text    | date_dmy           | 2026-01-01 | | date  | {usual-least=2026-01-01}",
                "text    | number_1dp         | 35   | 42  | number  | {least=-1000000000, most=1000000000, decimals=1, usual-least=35, usual-most=42}",
                "text    | number_2dp_comma_decimal | 0 | 1 | number | {least=-1000000000, most=1000000000, decimals=2, usual-least=0, usual-most=1}",
                "text    | number_comma_decimal | 0,5 | 9 | number  | {least=-1000000000, most=1000000000, decimals=6, usual-least=0.5, usual-most=9}",
                "slider  | number             |      |     | vas     | {least=0, most=100, decimals=0}",
                "slider  |                    | 0    | 10  | integer | {least=0, most=10, decimals=0}",
                "text    | email              |      |     | text    | {max-length=500}",
                "text    | phone              |      |     | text    | {max-length=500}",
                "text    | postalcode_nl      |      |     | text    | {max-length=500}",
                "text    | datetime_dmy       |      |     | text    | {max-length=500}",
                "text    | datetime_seconds_ymd |    |     | text    | {max-length=500}",
                "text    | time_mm_ss         |      |     | text    | {max-length=500}",
                "text    | time_hh_mm_ss      |      |     | text    | {max-length=500}"
            })
    void mapsWhatATextFieldChecks(
            String type, String validation, String least, String most, String expected, String settings) {
        Import done = read("a", type, "A", "", validation, least, most, "", "");
        Item item = last(done);

        assertThat(item.type()).isEqualTo(expected);
        assertThat(item.settings()).hasToString(settings);
        assertThat(losses(done).contains("where " + validation + " was checked."))
                .as("an unknown check is listed by its name")
                .isEqualTo(expected.equals("text"));
    }

    @ParameterizedTest
    @CsvSource({"email", "phone", "phone_australia"})
    void takesAnAddressForAnIdentifier(String validation) {
        assertThat(last(read("a", "text", "A", "", validation, "", "", "", "")).exportClass())
                .isEqualTo("direct-identifier");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sql        |                     |           |            |      | LEFT_OUT line 3, a: Not carried over: a (sql)",
                "file       |                     |           |            |      | CHANGED line 3, a: The file is not uploaded here; its name is asked.",
                "file       |                     | signature |            |      | LEFT_OUT line 3, a: Not carried over: Text Validation Type OR Show Slider Number = signature",
                "text       |                     | integer   | [age]      |      | LEFT_OUT line 3, a: Not carried over: usual limits [age]",
                "calc       | datediff([first], `today`, `d`) |  |         |      | LEFT_OUT line 3, a, Choices, Calculations, OR Slider Labels: Not carried over: datediff(",
                "calc       | max([first], 3)     |           |            |      | Not carried over: max([first], 3)",
                "calc       | roundup([first])    |           |            |      | Not carried over: roundup([first])",
                "calc       | sum([first], 3)     |           |            |      | CHANGED line 3, a, Choices, Calculations, OR Slider Labels: Unknown where an answer is missing: sum([first], 3)",
                "checkbox   | 1, A               |           |            |      | CHANGED line 3, a: One option only",
                "radio      | 1, A ¦ 1, B ¦ 2, C |           |            |      | Not carried over: 1, B"
            })
    void listsWhatItCannotCarry(
            String type, String choices, String validation, String least, String most, String loss) {
        String their = choices == null ? "" : choices.replace('¦', '|').replace('`', '\'');

        assertThat(losses(read("a", type, "A", their, validation, least, most, "", "")))
                .contains(loss);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@HIDDEN                        | CHANGED line 3, a: Is asked here, where @HIDDEN hides it.",
                "@HIDDEN-SURVEY                 | CHANGED line 3, a: Is asked here, where @HIDDEN-SURVEY hides it.",
                "@READONLY                      | CHANGED line 3, a: Can be filled in here, where @READONLY forbids it.",
                "@CALCTEXT(if([first] > 3, 1, 2)) | A person fills this in here, where @CALCTEXT(if([first] > 3, 1, 2)) does.",
                "@DEFAULT=\"no (none)\"         | A person fills this in here, where @DEFAULT=\"no (none)\" does.",
                "@TODAY                         | A person fills this in here, where @TODAY does.",
                "@NONEOFTHEABOVE=99             | Every option can be chosen with every other here, where @NONEOFTHEABOVE=99 limits that.",
                "@BARCODE-APP                   | LEFT_OUT line 3, a: Not carried over: @BARCODE-APP",
                "@IF([first] > 3, @HIDDEN, '')  | LEFT_OUT line 3, a: Not carried over: @IF([first] > 3, @HIDDEN, '')",
                "from the pilot                 | LEFT_OUT line 3, a: Not carried over: Field Annotation = from the pilot",
                "ask twice @HIDDEN please       | LEFT_OUT line 3, a: Not carried over: Field Annotation = ask twice  please"
            })
    void saysWhatEachActionTagMeantThere(String annotation, String loss) {
        assertThat(losses(read("a", "text", "A", "", "", "", "", "", annotation)))
                .contains(loss);
    }

    @Test
    void asksADescriptiveTextNothing() {
        Import done = read("a", "descriptive", "Now about sleep.", "", "", "", "", "", "");

        assertThat(losses(done)).contains("CHANGED line 3, a: a asks nothing; its words stand with the next item.");
        assertThat(last(done).code()).isEqualTo("first");
    }

    @Test
    void listsTheRanksOfAMatrix() {
        String row = row("a", "radio", "A", "1, A | 2, B", "", "", "", "", "").replaceFirst(",,,$", ",sleep,y,");

        assertThat(losses(read(RedcapDictionary.COLUMNS, row)))
                .contains(
                        "LEFT_OUT line 3, a: Not carried over: Matrix Group Name = sleep",
                        "LEFT_OUT line 3, a: Not carried over: Matrix Ranking? = y");
    }

    @Test
    void readsTheColumnsAsTheApiNamesThem() {
        String api = "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,"
                + "field_note,text_validation_type_or_show_slider_number,text_validation_min,text_validation_max,"
                + "identifier,branching_logic,required_field,custom_alignment,question_number,matrix_group_name,"
                + "matrix_ranking,field_annotation";

        assertThat(last(read(List.of(api.split(",")), row("a", "yesno", "A", "", "", "", "", "", "")))
                        .type())
                .isEqualTo("boolean");
    }

    private static Import read(
            String name,
            String type,
            String label,
            String choices,
            String validation,
            String least,
            String most,
            String logic,
            String annotation) {
        return read(
                RedcapDictionary.COLUMNS, row(name, type, label, choices, validation, least, most, logic, annotation));
    }

    /** The row stands on line 3, below a number that is called first. */
    private static Import read(List<String> columns, String row) {
        String header = columns.stream().map(RedcapFeaturesTest::quoted).collect(Collectors.joining(","));
        String first = row("first", "text", "First", "", "number", "", "", "", "");
        return Importers.read(
                "dictionary.csv", (header + "\n" + first + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String row(
            String name,
            String type,
            String label,
            String choices,
            String validation,
            String least,
            String most,
            String logic,
            String annotation) {
        List<String> cells = new ArrayList<>(Collections.nCopies(RedcapDictionary.COLUMNS.size(), ""));
        cells.set(0, name);
        cells.set(1, "form");
        cells.set(3, type);
        cells.set(4, quoted(label));
        cells.set(5, quoted(choices));
        cells.set(7, blank(validation));
        cells.set(8, quoted(least));
        cells.set(9, quoted(most));
        cells.set(11, quoted(logic));
        cells.set(17, quoted(annotation));
        return String.join(",", cells);
    }

    private static String blank(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static String quoted(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Item last(Import done) {
        List<Item> items = StudyReader.read(done.files()).questionnaire("form").items();
        return items.get(items.size() - 1);
    }

    private static String losses(Import done) {
        return String.join("\n", done.losses().stream().map(Loss::toString).toList());
    }
}
