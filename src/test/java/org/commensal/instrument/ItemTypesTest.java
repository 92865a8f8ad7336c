package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTypesTest {

    private static final List<Item.Option> STRENGTH = List.of(
            new Item.Option("1", new Text("Mild", "Licht"), Optional.empty()),
            new Item.Option("2", new Text("Bad, 100% so", "Erg, 100%"), Optional.empty()));
    private static final List<Item.Option> DRUGS = List.of(
            new Item.Option("triptan", new Text("A triptan", "Een triptan"), Optional.empty()),
            new Item.Option("nsaid", new Text("An NSAID", "Een NSAID"), Optional.empty()));

    private static Item item(String type, List<Item.Option> options, Map<String, String> settings) {
        return new Item(
                "it", type, Text.same("?"), Optional.empty(), options, settings, Optional.empty(), false, "normal");
    }

    private static final List<String> WRITTEN = List.of("text", "medication", "file");
    private static final Map<String, String> LINE = Map.of("least", "0", "most", "100", "decimals", "0");
    private static final Map<String, String> HOURS = Map.of("least", "0", "most", "24", "decimals", "1");
    private static final Map<String, String> COUNT = Map.of("least", "0", "most", "10", "decimals", "0");

    private static ItemType.Reading read(
            String type, List<Item.Option> options, Map<String, String> settings, Object given) {
        return ItemTypes.find(type).orElseThrow().read(item(type, options, settings), given);
    }

    private static void assertDeclined(ItemType.Reading reading, String en, String nl) {
        assertThat(reading).isEqualTo(new ItemType.Reading.Declined(new Text(en, nl)));
    }

    @Test
    void declinesWithTheValueAndWhatToDoInBothLanguages() {
        assertDeclined(
                read("integer", List.of(), COUNT, "abc"),
                "Fill in a whole number from 0 to 10; you wrote \"abc\".",
                "Vul een heel getal in van 0 tot en met 10; u schreef \"abc\".");
        assertDeclined(
                read("number", List.of(), HOURS, "7.55"),
                "Fill in a number from 0 to 24 with at most 1 decimals; you wrote \"7.55\".",
                "Vul een getal in van 0 tot en met 24 met hoogstens 1 decimalen; u schreef \"7.55\".");
        assertDeclined(
                read("boolean", List.of(), Map.of(), "maybe"),
                "Choose yes or no; you wrote \"maybe\".",
                "Kies ja of nee; u schreef \"maybe\".");
        assertDeclined(
                read("choice", STRENGTH, Map.of(), "3"),
                "Choose one of: Mild, Bad, 100% so; you wrote \"3\".",
                "Kies een van: Licht, Erg, 100%; u schreef \"3\".");
        assertDeclined(
                read("date", List.of(), Map.of(), "30-02-2026"),
                "Fill in a date, such as 2026-11-23; you wrote \"30-02-2026\".",
                "Vul een datum in, zoals 2026-11-23; u schreef \"30-02-2026\".");
        assertDeclined(
                read("text", List.of(), Map.of("max-length", "3"), "abcd"),
                "Use at most 3 characters; this has 4.",
                "Gebruik hoogstens 3 tekens; dit zijn er 4.");
    }

    static List<Object> hostile() {
        return List.of(
                "1e999999999",
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                "٣",
                "NaN",
                "Infinity",
                "0x10",
                "--1",
                "1.000.000",
                "x".repeat(5000),
                "\u0000",
                "\uD800",
                "<script>",
                "%s%n",
                List.of(List.of("x")),
                List.of("a", 3),
                Map.of("a", "b"),
                3.5d);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void declinesWhatIsNoAnswerAndEchoesLittleOfIt(Object given) {
        for (String type : ItemTypes.names()) {
            ItemType.Reading reading = read(type, type.startsWith("choice") ? STRENGTH : List.of(), COUNT, given);
            if (WRITTEN.contains(type) && reading instanceof ItemType.Reading.Accepted) {
                continue;
            }
            assertThat(reading).as(type).isInstanceOfSatisfying(ItemType.Reading.Declined.class, declined -> assertThat(
                            declined.why().en())
                    .hasSizeLessThan(150)
                    .doesNotContain("\u0000"));
        }
    }

    static List<List<Object>> accepted() {
        return List.of(
                List.of("boolean", "true", new Value.Bool(true)),
                List.of("boolean", false, new Value.Bool(false)),
                List.of("choice", "2", Value.Num.of(2)),
                List.of("choice", new BigDecimal("1.0"), Value.Num.of(1)),
                List.of("choices", List.of("2", "1", "2"), new Value.Words(List.of("1", "2"))),
                List.of("choices", "1", new Value.Words(List.of("1"))),
                List.of("integer", " 7 ", Value.Num.of(7)),
                List.of("integer", new BigDecimal("7.0"), Value.Num.of(7)),
                List.of("integer", new BigDecimal("1E+1"), new Value.Num(new BigDecimal("10"))),
                List.of("number", "0,5", new Value.Num(new BigDecimal("0.5"))),
                List.of("number", "7.50", new Value.Num(new BigDecimal("7.5"))),
                List.of("nrs", "10", Value.Num.of(10)),
                List.of("vas", "55", Value.Num.of(55)),
                List.of("date", "2024-02-29", new Value.Day(LocalDate.of(2024, 2, 29))),
                List.of("time", "23:59", new Value.Word("23:59")),
                List.of("text", " één\r\ntwee ", new Value.Word("één\ntwee")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsAnAnswerAsItComesFromAFormOrFromJson(List<Object> row) {
        String type = (String) row.get(0);
        Map<String, String> settings = type.equals("number")
                ? HOURS
                : type.equals("integer") || type.equals("nrs") ? COUNT : type.equals("vas") ? LINE : Map.of();

        assertThat(read(type, type.startsWith("choice") ? STRENGTH : List.of(), settings, row.get(1)))
                .isEqualTo(new ItemType.Reading.Accepted((Value) row.get(2)));
    }

    @Test
    void aChoiceOfWordsIsAWordAndAChoiceOfNumbersANumber() {
        ItemType choice = ItemTypes.find("choice").orElseThrow();

        assertThat(choice.type(item("choice", STRENGTH, Map.of()))).isEqualTo(Type.NUMBER);
        assertThat(choice.type(item("choice", DRUGS, Map.of())).options())
                .containsExactlyInAnyOrder("triptan", "nsaid");
        assertThat(read("choice", DRUGS, Map.of(), "nsaid")).isEqualTo(ItemType.Reading.of(new Value.Word("nsaid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7:30", "12.30", "12:60"})
    void declinesATimeThatNoClockShows(String time) {
        assertThat(read("time", List.of(), Map.of(), time)).isInstanceOf(ItemType.Reading.Declined.class);
    }

    @Test
    void checksTheSettingsOfEachTypeWithTheirLines() {
        assertThat(faults("integer", Map.of("least", "0")))
                .containsExactly("f.yaml:1: \"most\" is missing. Add most: to it.");
        assertThat(faults("integer", Map.of("least", "5", "most", "5")))
                .containsExactly("f.yaml:7: \"most\" is 5 and \"least\" is 5. Make most the larger one.");
        assertThat(faults("number", Map.of("least", "0", "most", "1", "decimals", "9")))
                .containsExactly("f.yaml:7: \"decimals\" is 9. Write a whole number from 1 to 6.");
        assertThat(faults("text", Map.of("max-length", "0"))).hasSize(1);
        assertThat(faults("computed", Map.of("formula", "1", "result", "word"))).hasSize(1);
        assertThat(faults("nrs", Map.of())).isEmpty();
    }

    @Test
    void aLineIsReadInWholeMillimetres() {
        for (String off : List.of("-1", "101", "55.5", "")) {
            assertThat(read("vas", List.of(), LINE, off)).isInstanceOf(ItemType.Reading.Declined.class);
        }
        assertThat(ItemTypes.find("vas").orElseThrow().optionValues()).containsExactly("0", "100");
    }

    private static ItemType.Reading medicine(Map<String, ?> parts) {
        return read("medication", List.of(), Map.of("indication", "true"), parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N06AB0", "N06AB066", "N6AB06", "06AB06", "X06AB06", "NN6AB06", "N06-AB06", "sertraline"})
    void declinesWhatIsNoAtcCode(String code) {
        assertThat(medicine(Map.of("product", "Sertraline", "atc", code)))
                .isInstanceOf(ItemType.Reading.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "N06", "N06A", "N06AB", "N06AB06", "n06ab06", " N06AB06 "})
    void takesAnAtcCodeOfEachLevel(String code) {
        assertThat(medicine(Map.of("product", "Sertraline", "atc", code)))
                .isEqualTo(ItemType.Reading.of(new Value.Parts(Map.of(
                        "product", new Value.Word("Sertraline"),
                        "atc", new Value.Word(code.strip().toUpperCase(java.util.Locale.ROOT))))));
    }

    @Test
    void aMedicineHasAtLeastItsNameAndADoseItsUnit() {
        assertDeclined(
                medicine(Map.of("product", "Sertraline", "dose", "50")),
                "Fill in the dose and its unit, or neither.",
                "Vul de dosis en de eenheid in, of geen van beide.");
        assertThat(medicine(Map.of("atc", "N06AB06")))
                .isInstanceOfSatisfying(
                        ItemType.Reading.Declined.class,
                        declined -> assertThat(declined.why().en()).startsWith("Name of the medicine: "));
        assertDeclined(
                medicine(Map.of("product", "Sertraline", "strength", "50")),
                "There is no part \"strength\". Use: product, atc, dose, unit, indication.",
                "Er is geen onderdeel \"strength\". Gebruik: product, atc, dose, unit, indication.");
        assertThat(read("medication", List.of(), Map.of(), Map.of("product", "S", "indication", "mood")))
                .as("an indication that the study does not ask for")
                .isInstanceOf(ItemType.Reading.Declined.class);
    }

    @Test
    void aMedicineMayBeNamedOnly() {
        Value named = new Value.Parts(Map.of("product", new Value.Word("St John's wort")));

        assertThat(read("medication", List.of(), Map.of(), "St John's wort")).isEqualTo(ItemType.Reading.of(named));
        assertThat(medicine(Map.of("product", "St John's wort", "dose", "", "unit", "")))
                .isEqualTo(ItemType.Reading.of(named));
        assertThat(medicine(Map.of("product", "A", "dose", "12,5", "unit", "mg", "indication", "migraine")))
                .isInstanceOf(ItemType.Reading.Accepted.class);
    }

    @Test
    void aDocumentIsNamedAndItsDigestHas64Places() {
        String digest = "AB".repeat(32);

        assertThat(read("file", List.of(), Map.of(), Map.of("name", "mri.dcm", "sha256", digest)))
                .isEqualTo(ItemType.Reading.of(new Value.Parts(Map.of(
                        "name", new Value.Word("mri.dcm"),
                        "sha256", new Value.Word(digest.toLowerCase(java.util.Locale.ROOT))))));
        assertThat(read("file", List.of(), Map.of(), Map.of("name", "mri.dcm", "sha256", "ab")))
                .isInstanceOf(ItemType.Reading.Declined.class);
        assertThat(ItemTypes.find("file").orElseThrow().exportClass()).isEqualTo("direct-identifier");
    }

    private static List<String> faults(String type, Map<String, String> written) {
        List<ProtocolFault> faults = new ArrayList<>();
        Map<String, Settings.Node> keys = new LinkedHashMap<>();
        written.forEach((key, value) -> keys.put(key, new Settings.Node("f.yaml", 7, value)));
        ItemTypes.find(type).orElseThrow().settings(new Settings(new Settings.Node("f.yaml", 1, keys), faults::add));
        return faults.stream().map(ProtocolFault::toString).toList();
    }
}
