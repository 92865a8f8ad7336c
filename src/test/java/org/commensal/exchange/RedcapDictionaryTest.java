package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A REDCap data dictionary becomes forms, and what does not is listed. */
class RedcapDictionaryTest {

    private static final String HEADER =
            RedcapDictionary.COLUMNS.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));

    @Test
    void refusesRowsOfAnotherLengthByTheirLine() {
        assertThatThrownBy(() -> read("a,form,,text,A", row("b", "text", "B", "", "", "")))
                .isInstanceOf(FaultyImport.class)
                .hasMessage("dictionary.csv:2: There are 5 columns. A data dictionary has 18.");
    }

    @Test
    void refusesFieldsOfOneName() {
        assertThatThrownBy(() -> read(row("a", "text", "A", "", "", ""), row("a", "text", "B", "", "", "")))
                .hasMessage("dictionary.csv:3: \"a\" stands here twice. Give each field its own name.");
    }

    @Test
    void refusesHugeCellsFilesAndOtherEncodings() {
        assertThatThrownBy(() -> read(row("a", "text", "x".repeat(20_001), "", "", "")))
                .hasMessageStartingWith("dictionary.csv:2: Field Label has 20001 characters.");
        assertThatThrownBy(() -> read(row("a", "text", "x".repeat(10_000_000), "", "", "")))
                .hasMessageContaining("Import at most 4194304 bytes.");
        byte[] latin = (HEADER + "\n" + row("a", "text", "Één", "", "", "")).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Importers.read("dictionary.csv", latin))
                .hasMessage("dictionary.csv:2: This is not UTF-8 text; in Windows-1252 it would say \"Één\"."
                        + " Save the file as UTF-8; Excel calls that \"CSV UTF-8\".");
    }

    @Test
    void refusesAnOpenQuoteAnotherHeaderAndNothing() {
        assertThatThrownBy(() -> read("\"a,form")).hasMessageContaining("a quote is not closed");
        String other = HEADER.replace("Field Note", "Remark");
        assertThatThrownBy(() -> Importers.read("dictionary.csv", other.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("Column 7 is called \"Remark\". Call it Field Note.");
        assertThatThrownBy(() -> read()).hasMessageContaining("There is no question here.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; ; ; text; {max-length=500}",
                "notes; ; ; text; {max-length=2000}",
                "text; date_dmy; ; date; {}",
                "text; time; ; time; {}",
                "text; email; ; text; {max-length=500}",
                "text; integer; ; integer; {least=-1000000000, most=1000000000, decimals=0}",
                "text; number_2dp; ; number; {least=-1000000000, most=1000000000, decimals=2}",
                "radio; ; 1, Yes | 2, No; choice; {}",
                "dropdown; ; a, Yes | b, No; choice; {}",
                "checkbox; ; 1, Yes | 2, No; choices; {}",
                "checkbox; ; 1, Yes; boolean; {}",
                "yesno; ; ; boolean; {}",
                "truefalse; ; ; boolean; {}",
                "slider; ; none | worst; vas; {least=0, most=100, decimals=0}",
                "slider; number; none | so so | worst; vas; {least=0, most=100, decimals=0}",
                "slider; ; ; vas; {least=0, most=100, decimals=0}",
                "file; ; ; file; {}"
            })
    void givesEachFieldTypeItsItemType(
            String type,
            @org.jspecify.annotations.Nullable String validation,
            @org.jspecify.annotations.Nullable String choices,
            String expected,
            String settings) {
        Item item = items(row("a", type, "A", choices == null ? "" : choices, validation == null ? "" : validation, ""))
                .get(0);

        assertThat(item.type()).isEqualTo(expected);
        assertThat(item.settings()).hasToString(settings);
    }

    /** REDCap warns outside its range and takes the value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "integer; 35; 160; {least=-1000000000, most=1000000000, decimals=0, usual-least=35, usual-most=160}",
                "number_1dp_comma_decimal; 36,5; ; {least=-1000000000, most=1000000000, decimals=1, usual-least=36.5}",
                "date_dmy; 2020-01-01; 2026-12-31; {usual-least=2020-01-01, usual-most=2026-12-31}",
                "time; ; 18:00; {usual-most=18:00}"
            })
    void aRangeIsWhatIsUsual(
            String validation,
            @org.jspecify.annotations.Nullable String least,
            @org.jspecify.annotations.Nullable String most,
            String settings) {
        String row = row("a", "text", "A", "", validation, "")
                .replace(validation + ",,,", validation + "," + cell(least) + "," + cell(most) + ",");

        assertThat(items(row).get(0).settings()).hasToString(settings);
    }

    private static String cell(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : "\"" + value + "\"";
    }

    @Test
    void theLabelsOfASliderAreTheEndsOfItsLineAndTheMiddleOneItsHelp() {
        Item line =
                items(row("a", "slider", "A", "none | so so | worst", "", "")).get(0);

        assertThat(line.options())
                .extracting(option -> option.value() + " " + option.label().en())
                .containsExactly("0 none", "100 worst");
        assertThat(line.help()).hasValueSatisfying(help -> assertThat(help.en()).isEqualTo("so so"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[yes] = '1'; yes",
                "[yes] = '0'; not yes",
                "[yes] <> ''; known(yes)",
                "[one] = '2'; one == 2",
                "'2' < [one]; one > 2",
                "[many(3)] = '1'; many in [\"3\"]",
                "[many(3)] = '0'; not many in [\"3\"]",
                "[yes] = '1' and ([one] = 1 or [one] = \"2\"); yes and (one == 1 or one == 2)",
                "[word] = 'A b'; word == \"a_b\"",
                "[number] >= 18.5 AND NOT [yes] = '1'; number >= 18.5 and not (yes)"
            })
    void saysBranchingLogicInOurExpressions(String theirs, String ours) {
        Item last = last("text", "", theirs);

        assertThat(last.askIf()).map(Expression::source).contains(ours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[number] * 2 + [one]; number * 2 + one",
                "sum([one], [number]); sum(one, number)",
                "round([number] / ([one] ^ 2), 1); (rounded((number / (one * one)) * 10) / 10)",
                "round([number]); rounded(number)",
                "mean([one], [number]); mean(1, one, number)",
                "if([yes] = '1', 3, [one]); when(yes, 3, one)",
                "if([one] > 1, if([yes] = '1', 1, 2), 3); when(one > 1, when(yes, 1, 2), 3)"
            })
    void saysCalculationsInOurExpressions(String theirs, String ours) {
        assertThat(last("calc", theirs, "").settings()).containsEntry("formula", ours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[unknown] = '1'",
                "[last] = '1'",
                "[event_1][yes] = '1'",
                "[yes][current-instance] = '1'",
                "[event-name] = 'baseline_arm_1'",
                "[user-role-label] = 'nurse'",
                "[record-name] <> ''",
                "[many(9)] = '1'",
                "datediff([one], 'today', 'y') > 3",
                "[yes] = ",
                "[many] > 3"
            })
    void listsLogicThatItCannotSayAndAsksAlways(String logic) {
        Import done = read(fields(row("last", "text", "Last", "", "", logic)));

        assertThat(lastOf(done).askIf()).isEmpty();
        assertThat(done.losses())
                .anyMatch(loss ->
                        loss.kind() == Loss.Kind.LEFT_OUT && loss.what().en().contains(logic));
    }

    @Test
    void survivesLogicThatIsNestedDeeperThanAnybodyWrites() {
        String deep = "(".repeat(1900) + "[yes] = '1'" + ")".repeat(1900);

        assertThat(last("text", "", deep).askIf()).isEmpty();
    }

    @Test
    void listsWhatHasNoPlace() {
        Import done = read(
                "\"Naam\",\"Form 1\",\"<b>Over u</b>\",text,\"Uw naam\",,,,,,y,,y,RH,3,,,\"@HIDDEN\"",
                row("and", "sql", "Upload", "", "", ""));

        assertThat(done.losses())
                .extracting(Loss::toString)
                .contains(
                        "RENAMED line 2, Naam: \"Naam\" is now called naam.",
                        "CHANGED line 2, Naam: Is asked here, where @HIDDEN hides it.",
                        "LEFT_OUT line 2, Naam: Not carried over: Custom Alignment = RH",
                        "LEFT_OUT line 2, Naam: Not carried over: Question Number (surveys only) = 3",
                        "LEFT_OUT line 3, and: Not carried over: and (sql)",
                        "TRANSLATION line 2, Naam, Field Label: Still to be translated: Uw naam");
        Item item = lastOf(done);
        assertThat(item.exportClass()).isEqualTo("direct-identifier");
        assertThat(item.required()).isTrue();
        assertThat(item.question().nl()).isEqualTo("Uw naam");
        assertThat(item.question().en()).isEqualTo("[translate] Uw naam");
    }

    @Test
    void carriesOrListsEveryCellOfARealDictionary() throws Exception {
        byte[] bytes = ReferenceData.bytes("import/redcap-dictionary-radar-nl.csv");

        Import done = Importers.read("redcap-dictionary-radar-nl.csv", bytes);

        Study study = StudyReader.read(done.files());
        assertThat(study.questionnaires()).containsOnlyKeys("esm", "perceived-deficits-questionnaire", "phq8", "rses");
        assertThat(study.questionnaire("esm").items()).hasSize(44);
        assertThat(study.questionnaires().values().stream()
                        .mapToLong(form -> form.items().size())
                        .sum())
                .isEqualTo(67);
        String forms = study.questionnaires().toString();
        List<String> losses = done.losses().stream().map(Loss::toString).toList();
        List<String[]> rows = new CSVReader(new StringReader(new String(bytes, StandardCharsets.UTF_8))).readAll();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column : List.of(2, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17)) {
                for (String words : row[column].split("\\|")) {
                    String said = column == 5 ? words.substring(words.indexOf(',') + 1) : words;
                    assertThat(forms.contains(said.strip())
                                    || losses.stream()
                                            .anyMatch(loss -> loss.contains(row[0]) && loss.contains(said.strip())))
                            .as(row[0] + ": " + said)
                            .isTrue();
                }
            }
        }
        assertThat(study.questionnaire("esm").items().stream()
                        .filter(item -> item.askIf().isPresent()))
                .hasSize(10);
    }

    private static String[] fields(String last) {
        return new String[] {
            row("yes", "yesno", "Yes?", "", "", ""), row("one", "radio", "One?", "1, A | 2, B", "", ""),
            row("many", "checkbox", "Many?", "1, A | 2, B | 3, C", "", ""),
                    row("number", "text", "Number?", "", "number", ""),
            row("word", "dropdown", "Word?", "A b, A | c, C", "", ""), last
        };
    }

    private static Item last(String type, String choices, String logic) {
        return lastOf(read(fields(row("last", type, "Last", choices, "", logic))));
    }

    private static Item lastOf(Import done) {
        List<Item> items = items(done);
        return items.get(items.size() - 1);
    }

    private static List<Item> items(String... rows) {
        return items(read(rows));
    }

    private static List<Item> items(Import done) {
        return StudyReader.read(done.files()).questionnaires().values().stream()
                .map(Questionnaire::items)
                .flatMap(List::stream)
                .toList();
    }

    private static Import read(String... rows) {
        String text = HEADER + "\n" + String.join("\n", rows) + "\n";
        return Importers.read("dictionary.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String name, String type, String label, String choices, String validation, String logic) {
        return String.join(
                ",",
                name,
                "form",
                "",
                type,
                quoted(label),
                quoted(choices),
                "",
                validation,
                "",
                "",
                "",
                quoted(logic),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
