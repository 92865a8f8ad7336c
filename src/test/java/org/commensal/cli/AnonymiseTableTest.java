package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymiseTableTest {

    private static final String AGES =
            "34;30-39;*\n35;30-39;*\n36;30-39;*\n51;50-59;*\n52;50-59;*\n58;50-59;*\n79;70-79;*\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        put("people.csv", """
                age,town,days
                34,Delft,4
                36,"Leiden",7
                35,Leiden,9
                52,Delft,6
                58,Delft,11
                51,Leiden,6
                79,Urk,5
                """);
        Files.createDirectory(folder.resolve("h"));
        put("h/people_hierarchy_age.csv", AGES);
        put("h/town.csv", "Delft,\"South, Holland\",*\nLeiden,\"South, Holland\",*\nUrk,Flevoland,*\n");
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Ran anonymise(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "anonymise",
                folder.resolve("people.csv").toString(),
                "--hierarchies",
                folder.resolve("h").toString()));
        arguments.addAll(List.of(more));
        Ran ran = Ran.command(arguments.toArray(String[]::new));
        return new Ran(
                ran.exitCode(),
                ran.out().replace(folder + "/", ""),
                ran.err().replace(folder + "/", "").strip());
    }

    private static JsonObject json(Ran ran) {
        assertThat(ran.exitCode()).describedAs(ran.out() + ran.err()).isZero();
        return Json.createReader(new StringReader(ran.out())).readObject();
    }

    @Test
    void saysEverythingThatIsWrittenWrongly() {
        assertThat(anonymise(
                                "--k",
                                "0",
                                "--suppression",
                                "1.5",
                                "--metric",
                                "height",
                                "--threshold",
                                "x",
                                "--delimiter",
                                ";;")
                        .err()
                        .lines())
                .containsExactly(
                        "--k is 0. Write a number from 1 to 1000000000.",
                        "--suppression is 1.5. Write a number from 0 to 1.",
                        "--metric is height. Write one of: entropy, entropy-with-suppression, loss.",
                        "--threshold is x. Write a number from 0 to 1.",
                        "--delimiter is ;;. Write one character, or tab.");
        assertThat(anonymise("--k", "2.5").err()).isEqualTo("--k is 2.5. Write a whole number.");
        assertThat(anonymise("--k", "2", "--sensitive", "diagnosis"))
                .isEqualTo(new Ran(2, "", "--sensitive is diagnosis. Write one of: age, town, days."));
        assertThat(anonymise().exitCode()).isEqualTo(2);
    }

    @Test
    void aValueWithoutGeneralisationIsNamedOnce() throws IOException {
        put("people.csv", "age,town,days\n34,Delft,4\n33,Delft,4\n33,\"Den\nHaag\",4\n34,Urk\n");

        assertThat(anonymise("--k", "2")).isEqualTo(new Ran(1, """
                        people.csv:3: age is "33", which h/people_hierarchy_age.csv does not have. Add a row for it there, or correct it here.
                        people.csv:4: town is "Den
                        Haag", which h/town.csv does not have. Add a row for it there, or correct it here.
                        people.csv:6: There are 2 cells. The first row has 3: write as many.
                        3 faults.
                        """, ""));
        assertThat(anonymise("--k", "2", "--json").out()).startsWith("{\"faults\": [{\"file\": ");
    }

    @Test
    void everyFaultOfTheHierarchiesIsSaidAtOnce() throws IOException {
        put("h/people_hierarchy_age.csv", AGES + "79;70-79\n34;30-49;*\n");
        put("h/sex.csv", "f,*\n");
        put("h/their_town.csv", "Delft,*\n");

        assertThat(anonymise("--k", "2").out()).isEqualTo("""
                        h/sex.csv:1: No column is called so. Call the file as one of these, or take it away: age, town, days.
                        h/town.csv:1: Another file is for column town too. Leave one of them.
                        h/people_hierarchy_age.csv:8: This row has 2 levels, and the first row has 3. Give each row the same number of levels.
                        h/people_hierarchy_age.csv:9: "34" of level 0 becomes "30-49" here and "30-39" in another row. Let it become one of them everywhere.
                        4 faults.
                        """);
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        put("empty.csv", "");
        Files.createDirectory(folder.resolve("none"));
        Files.write(folder.resolve("latin.csv"), "age\ncafé\n".getBytes(StandardCharsets.ISO_8859_1));
        put("quote.csv", "age\n34\n\"35\n");
        put("workbook.csv", "PK\u0003\u0004");
        put("twice.csv", "age,age\n34,34\n");
        String h = folder.resolve("h").toString();

        assertThat(List.of("nowhere.csv", "empty.csv", "latin.csv", "quote.csv", "workbook.csv", "twice.csv").stream()
                        .map(name -> Ran.command(
                                "anonymise", folder.resolve(name).toString(), "--hierarchies", h, "--k", "2"))
                        .map(ran -> ran.exitCode() + " "
                                + (ran.out() + ran.err())
                                        .replace(folder + "/", "")
                                        .lines()
                                        .findFirst()
                                        .orElse("")))
                .containsExactly(
                        "66 nowhere.csv cannot be read. Check that it exists and that you may read it.",
                        "66 empty.csv has no rows. Name a table whose first row names the columns.",
                        "66 latin.csv is not CSV in UTF-8. Save it as \"CSV UTF-8\".",
                        "66 quote.csv is not CSV: after line 2 a quote is opened and not closed. Close every quote.",
                        "66 workbook.csv is not CSV in UTF-8. Save it as \"CSV UTF-8\".",
                        "1 twice.csv:1: Two columns are called age. Give each a name of its own.");
        String people = folder.resolve("people.csv").toString();
        assertThat(Ran.command(
                                "anonymise",
                                people,
                                "--hierarchies",
                                folder.resolve("none").toString(),
                                "--k",
                                "2")
                        .err()
                        .replace(folder + "/", ""))
                .isEqualToIgnoringNewLines(
                        "There are no hierarchies in none. Put a CSV file there for each column by which"
                                + " somebody could be recognised, called as the column: age.csv.");
        assertThat(Ran.command("anonymise", people, "--hierarchies", people, "--k", "2")
                        .exitCode())
                .isEqualTo(66);
    }

    @Test
    void aTableThatCannotBeMadeAnonymousIsSaidToBe() throws IOException {
        put("h/people_hierarchy_age.csv", AGES.replace(";*", ""));

        assertThat(anonymise("--k", "3", "--suppression", "0.1"))
                .isEqualTo(new Ran(
                        1,
                        "",
                        "The table cannot be made 3-anonymous: with every column at its highest level 1 of 7 rows are still"
                                + " like fewer than 2 others, and 0 may be suppressed. Allow more with --suppression, ask for"
                                + " less with --k, or add a level to the hierarchies, such as *."));
    }

    @Test
    void givesTheLevelsTheFiguresAndTheTable() throws IOException {
        Path written = folder.resolve("anonymous.csv");

        JsonObject found = json(anonymise(
                "--k", "3", "--suppression", "0.15", "--sensitive", "days", "--json", "--output", written.toString()));

        assertThat(found.getJsonArray("columns")).hasToString("[\"age\",\"town\"]");
        assertThat(found.getJsonArray("levels")).hasToString("[1,1]");
        assertThat(found.getInt("classes")).isEqualTo(2);
        assertThat(found.getInt("suppressed")).isEqualTo(1);
        assertThat(found.getInt("rows")).isEqualTo(7);
        assertThat(found.getInt("nodes")).isEqualTo(9);
        assertThat(found.getJsonObject("risk").getJsonNumber("highest").doubleValue())
                .isEqualTo(1.0 / 3);
        assertThat(found.getJsonObject("risk-before").getInt("smallest-class")).isEqualTo(1);
        assertThat(found.getJsonObject("diversity").getInt("distinct")).isEqualTo(2);
        assertThat(written).hasContent("""
                        age,town,days
                        30-39,"South, Holland",4
                        30-39,"South, Holland",7
                        30-39,"South, Holland",9
                        50-59,"South, Holland",6
                        50-59,"South, Holland",11
                        50-59,"South, Holland",6
                        *,*,5
                        """);
        assertThat(anonymise(
                        "--k",
                        "3",
                        "--suppression",
                        "0.15",
                        "-o",
                        folder.resolve("people.csv").toString()))
                .isEqualTo(new Ran(2, "", "--output is the table itself. Name another file."));
        assertThat(anonymise(
                                "--k",
                                "3",
                                "--suppression",
                                "0.15",
                                "-o",
                                folder.resolve("no/file.csv").toString())
                        .exitCode())
                .isEqualTo(73);
    }

    @Test
    void eachFileHasADelimiterOfItsOwn() throws IOException {
        String people = Files.readString(folder.resolve("people.csv"));
        put("people.csv", people.replace(',', '|'));
        JsonObject found = json(anonymise("--k", "3", "--suppression", "0.15", "--delimiter", "|", "--json"));
        assertThat(found.getJsonArray("levels")).hasToString("[1,1]");

        put("people.csv", people.replace(',', '\t'));
        assertThat(json(anonymise("--k", "3", "--suppression", "0.15", "--json")))
                .isEqualTo(found);
        assertThat(json(anonymise("--k", "3", "--suppression", "0.15", "--delimiter", "tab", "--json")))
                .isEqualTo(found);
    }

    @Test
    void aPopulationLowersTheRisk() throws IOException {
        String people = Files.readString(folder.resolve("people.csv"));
        put("everybody.csv", people + people.substring(people.indexOf("\n") + 1));
        put("others.csv", "town;age\nDelft;34\n");

        JsonObject found = json(anonymise(
                "--k",
                "3",
                "--metric",
                "loss",
                "--suppression",
                "0.15",
                "--json",
                "--population",
                folder.resolve("everybody.csv").toString()));

        assertThat(found.getJsonObject("journalist-risk")
                        .getJsonNumber("highest")
                        .doubleValue())
                .isEqualTo(1.0 / 6);
        assertThat(anonymise(
                                "--k",
                                "3",
                                "--suppression",
                                "0.15",
                                "--population",
                                folder.resolve("others.csv").toString())
                        .err())
                .startsWith("The population has fewer rows like ");
    }

    @Test
    void findsWhatArxFinds() {
        Optional<String> reference = Optional.ofNullable(System.getenv("REFERENCE_DATA"));
        assumeTrue(reference.isPresent(), "REFERENCE_DATA does not name the folder of reference data");
        String adult = Path.of(reference.orElseThrow(), "data", "adult").toString();

        JsonObject found = json(Ran.command(
                "anonymise",
                adult + "/adult.csv",
                "--hierarchies",
                adult,
                "--k",
                "5",
                "--suppression",
                "0.04",
                "--json"));

        assertThat(found.getJsonArray("levels")).hasToString("[1,0,1,1,3,2,2,0,1]");
        assertThat(found.getInt("suppressed")).isEqualTo(906);
        assertThat(found.getJsonObject("risk").getJsonNumber("highest").doubleValue())
                .isEqualTo(0.2);
    }
}
