package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreAnswersTest {

    private static Ran score(String answers, String... more) {
        String[] arguments = ("score " + answers).split(" ");
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Ran.command(all);
    }

    @Test
    void refusesAnInstrumentThatItDoesNotHave() {
        Ran ran = score("phq9 0");

        assertThat(ran.exitCode()).isEqualTo(66);
        assertThat(ran.err())
                .contains("There is no instrument \"phq9\"")
                .contains("gad-7")
                .contains("phq-9");
        assertThat(score("forms/nowhere.yaml 0").exitCode()).isEqualTo(66);
    }

    @Test
    void saysInWhichOrderWhereNothingIsGiven() {
        Ran ran = score("gad-7");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("gad7_01 gad7_02 gad7_03 gad7_04 gad7_05 gad7_06 gad7_07");
    }

    @Test
    void refusesEveryWrongAnswerAtOnceInTheWordsOfItsType() {
        Ran ran = score("gad-7 gad7_01=4 gad7_02=often gad7_03=3 gad7_99=1 gad7_03=2 7");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines())
                .containsExactlyInAnyOrder(
                        "gad7_01: Choose one of: Not at all, Several days, More than half the days, Nearly every day;"
                                + " you wrote \"4\".",
                        "gad7_02: Choose one of: Not at all, Several days, More than half the days, Nearly every day;"
                                + " you wrote \"often\".",
                        "gad7_99: This form has no question \"gad7_99\". Leave it out.",
                        "gad7_03: This answer is given twice. Keep one of them.",
                        "\"7\" has no code and others have. Give every answer as code=value, or none.");
    }

    @Test
    void refusesMoreAnswersThanQuestions() {
        assertThat(score("gad-7 0 0 0 0 0 0 0 0 --lang nl").lines())
                .containsExactly("Er zijn 8 antwoorden en maar 7 vragen. Laat weg wat te veel is.");
        assertThat(score("gad-7 9 --json").out())
                .startsWith("{\"")
                .contains("\"instrument\": \"gad-7\"")
                .contains("\"code\": \"gad7_01\"");
    }

    @ParameterizedTest
    @CsvSource({
        "gad-7 3 3 1 0 0 0 0, '  gad7_total  GAD-7 total: 7, mild'",
        "gad-7 3 3 1 0 0 0 0 --lang nl, '  gad7_total  GAD-7 totaal: 7, licht'",
        "gad-7 gad7_07=3 gad7_01=3 gad7_02=3 gad7_03=3 gad7_04=3 gad7_05=3 gad7_06=3,"
                + " '  gad7_total  GAD-7 total: 21, severe'",
        "gad-7 3 3 1 0 0 0 -, '  gad7_total  GAD-7 total: not computed: an answer is missing'",
        "study-protocols/instruments/gad-7.yaml 0 0 0 0 0 0 0, '  gad7_total  GAD-7 total: 0, minimal'",
        "gad-7 0 0 0 0 0 0 0 --library study-protocols/instruments, '  gad7_total  GAD-7 total: 0, minimal'",
        "study-protocols/gutbrain-migraine-3arm/forms/measurements.yaml weight_kg=70 height_cm=175,"
                + " '  bmi  Body mass index (kg/m²): 22.8571'",
    })
    void scores(String answers, String line) {
        Ran ran = score(answers);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines()).contains(line);
    }

    @Test
    void saysWhatIsMissingAndWhy() {
        assertThat(score("phq-9 3 0 1 2 0 0 1 -").lines())
                .contains("Missing: phq9_08 (skipped), phq9_09 (no answer), phq9_10 (no answer)");
        assertThat(score("phq-9 0 0 0 0 0 0 0 0 0").lines()).contains("Missing: phq9_10 (not asked)");
    }

    @Test
    void takesSeveralOptionsOfOneQuestion() {
        String diary = "study-protocols/gutbrain-migraine-3arm/forms/diary.yaml";

        assertThat(score(diary + " headache=false aura=false acute_medication=true acute_classes=nsaid,triptan --json")
                        .out())
                .contains("\"acute_classes\": [\"triptan\", \"nsaid\"]")
                .contains("\"headache\": false")
                .contains("\"hp_severity\": \"not-applicable\"");
    }

    @Test
    void printsJsonWithNumbers() {
        assertThat(score("gad-7 3 3 1 0 0 - 2", "--json").out().strip())
                .isEqualTo("{\"instrument\": \"gad-7\", \"answers\": {\"gad7_01\": 3, \"gad7_02\": 3, \"gad7_03\": 1,"
                        + " \"gad7_04\": 0, \"gad7_05\": 0, \"gad7_06\": null, \"gad7_07\": 2},"
                        + " \"scores\": {\"gad7_total\": null, \"gad7_prorated\": 11}, \"bands\": {\"gad7_prorated\": \"moderate\"},"
                        + " \"missing\": {\"gad7_06\": \"skipped\", \"gad7_total\": \"unknown\"}}");
        assertThat(score("gad-7 3 3 3 3 0 0 2", "--json").out())
                .contains("\"scores\": {\"gad7_total\": 14,", "\"bands\": {\"gad7_total\": \"moderate\",");
    }

    @Test
    void saysWhatIsWrongWithAForm() {
        Ran ran = score("study-protocols/gutbrain-migraine-3arm/consent.yaml 0");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains("study-protocols/gutbrain-migraine-3arm/consent.yaml:1: \"minutes\" is missing.");
    }
}
