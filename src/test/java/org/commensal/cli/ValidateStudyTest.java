package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateStudyTest {

    /** A mistake: where, what stood there, what stands there now, and words of the fault and of its fix. */
    private record Mistake(String file, String correct, String wrong, String what, String fix) {}

    /** One of each kind, in an order in which no line moves before it is planted. */
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("study.yaml", "id: gutbrain-migraine-3arm", "id: Gut Brain", "\"Gut Brain\"", "like probiotic"),
            new Mistake("study.yaml", "Europe/Amsterdam", "Europe/Leiden", "no time zone", "Europe/Amsterdam"),
            new Mistake("study.yaml", "target: 309", "target: many", "\"target\" is many", "whole number from 1"),
            new Mistake("study.yaml", "prefix: NIJ", "prefix: LEI", "\"LEI\" is used twice", "its own prefix"),
            new Mistake("study.yaml", "[participant, coordinator]", "[everybody]", "everybody", "participant"),
            new Mistake("study.yaml", "ratio: 1", "ratio: 0", "\"ratio\" is 0", "whole number from 1"),
            new Mistake("study.yaml", "[phq-9, gad-7,", "[phq-9, gad-7, phq-9,", "named twice", "Name it once"),
            new Mistake(
                    "study.yaml", "anchor: screening", "anchor: monday", "\"anchor\" is monday", "one of: screening"),
            new Mistake("study.yaml", "function: completed-days", "function: all-days", "all-days", "completed-days"),
            new Mistake(
                    "study.yaml",
                    "when: migraine_duration_years >= 1",
                    "when: migraine_duration_years",
                    "a number",
                    "a condition"),
            new Mistake(
                    "study.yaml",
                    "when: alarm_symptoms",
                    "when: alarm_symptom",
                    "Nothing is called",
                    "alarm_symptoms?"),
            new Mistake("study.yaml", "id: E02", "id: E01", "\"E01\" is used twice", "its own id"),
            new Mistake("allocation.yaml", "probability: 4/5", "probability: 9/5", "9/5", "1"),
            new Mistake(
                    "consent.yaml",
                    ", nl: \"Mijn huisarts mag weten dat ik meedoe.\"",
                    "",
                    "\"nl\" is missing",
                    "Add nl:"),
            new Mistake("forms/diary.yaml", "minutes: 1", "minutes: 1000", "\"minutes\" is 1000", "from 1 to 240"),
            new Mistake("forms/diary.yaml", "most: 24", "most: -4", "\"most\" is -4", "the larger one"),
            new Mistake("forms/diary.yaml", "ask-if: acute_medication", "ask-if: (acute_medication", "", ")"),
            new Mistake("forms/history.yaml", "type: choice", "type: slider", "no item type", "one of: boolean"),
            new Mistake("forms/changes.yaml", "code: chg_remark", "code: chg_other_diet", "used twice", "its own code"),
            new Mistake("forms/measurements.yaml", "unit: kg", "colour: kg", "\"colour\" is not a key", "one of:"));

    @Test
    void refusesAFolderThatIsNotThere() {
        Ran ran = Ran.command("validate", "study-protocols/nowhere");

        assertThat(ran.exitCode()).isEqualTo(66);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("There is no folder study-protocols/nowhere")
                .contains("study.yaml");
    }

    @Test
    void refusesAFolderWithoutAStudy() {
        Ran ran = Ran.command("validate", "study-protocols");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).startsWith("study.yaml:1: The file study.yaml is missing.");
    }

    @Test
    void refusesACommandThatIsWrittenWrongly() {
        assertThat(Ran.command("validate").exitCode()).isEqualTo(2);
        assertThat(Ran.command("validate").err()).contains("FOLDER");
        assertThat(Ran.command().exitCode()).isEqualTo(2);
        assertThat(Ran.command("valdiate", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void findsTwentyMistakesEachWithFileLineAndFix(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);
        Map<Mistake, Integer> lines = new LinkedHashMap<>();
        MISTAKES.forEach(
                mistake -> lines.put(mistake, copy.replace(mistake.file(), mistake.correct(), mistake.wrong())));

        Ran ran = Ran.command("validate", copy.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(MISTAKES).hasSize(20).allSatisfy(mistake -> assertThat(ran.lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(mistake.file() + ":" + lines.get(mistake) + ": ")
                        .contains(mistake.what())
                        .contains(mistake.fix())));
        assertThat(ran.lines())
                .as("no fault twice, and none that follows from another")
                .hasSize(21);
        assertThat(ran.lines().get(20)).isEqualTo("20 faults.");
    }

    @Test
    void saysThatTheShippedStudyHasNoFault() {
        Ran ran = Ran.command("validate", Ran.FLAGSHIP);

        assertThat(ran.lines())
                .singleElement()
                .asString()
                .matches(
                        "No fault: gutbrain-migraine-3arm [0-9.]+ \\(forms: [0-9]+, items: [0-9]+, criteria: 26, examples: [1-9][0-9]*\\)\\.");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void findsTheSharedInstrumentsOfAStudyThatStandsAlone(@TempDir Path folder) throws IOException {
        StudyCopy copy = StudyCopy.in(folder);
        Files.delete(folder.resolve("instruments/phq-9.yaml"));

        assertThat(Ran.command("validate", copy.toString()).exitCode()).isZero();
        assertThat(Ran.command("validate", copy.toString(), "--library", folder + "/forms")
                        .out())
                .contains("There is no instrument \"phq-9\"");
    }

    @Test
    void printsJson(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);
        copy.replace("study.yaml", "target: 309", "target: \"a \\\"b\\\"\"");

        assertThat(Ran.command("validate", copy.toString(), "--json").out())
                .startsWith("{\"faults\": [{\"file\": \"study.yaml\", \"line\": ")
                .contains("\"what\": \"\\\"target\\\" is a \\\"b\\\".\"");
        assertThat(Ran.command("validate", Ran.FLAGSHIP, "--json").out())
                .startsWith("{\"study\": \"gutbrain-migraine-3arm\", \"version\": ")
                .contains("\"faults\": []}");
    }
}
