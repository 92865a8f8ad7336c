package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake that a study team can make is one fault, with its file, its line and what to write. */
class StudyReaderTest {

    @Test
    void findsSixMistakesOfSixKindsAtOnce() {
        Planted planted = new Planted()
                .replace(Planted.STUDY, "{form: gad-7, by: participant}", "{form: gad7, by: participant}")
                .replace(Planted.STUDY, "age_years <= 65", "age_year <= 65")
                .replace(Planted.DIARY, "type: choices", "type: choises")
                .replace(Planted.DIARY, ", nl: \"Had u vandaag hoofdpijn?\"", "")
                .replace(Planted.ALLOCATION, "probability: 4/5", "probability: 9/5")
                .replace(Planted.PHQ9, "code: phq9_02", "code: phq9_01");

        assertThat(planted.faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactly(
                        "allocation.yaml:" + planted.line(Planted.ALLOCATION, "probability:"),
                        "forms/diary.yaml:" + planted.line(Planted.DIARY, "Did you have a headache today?"),
                        "forms/diary.yaml:" + planted.line(Planted.DIARY, "choises"),
                        "instruments/phq-9.yaml:" + (planted.line(Planted.PHQ9, "Feeling down") - 4),
                        "study.yaml:" + planted.line(Planted.STUDY, "gad7"),
                        "study.yaml:" + planted.line(Planted.STUDY, "age_year <="));
        assertThat(planted.faults()).allSatisfy(fault -> assertThat(fault.fix()).matches(".*[.?]"));
    }

    @Test
    void kitsAreHandedOutAtVisitsAfterRandomisationOnly() {
        Planted planted = new Planted(Path.of("study-protocols", "probiotic-placebo-2arm"))
                .replace(Planted.STUDY, "visits: [V2, V3]", "visits: [V1, V3, V3, V9]");

        assertThat(planted.faults())
                .extracting(ProtocolFault::what)
                .containsExactly(
                        "There is no visit \"V1\" after randomisation.",
                        "Visit \"V3\" is listed twice.",
                        "There is no visit \"V9\" after randomisation.");
    }

    @Test
    void nobodyMayRefuseWhatIsRequired() {
        Planted planted = new Planted()
                .replace("forms/evening.yaml", "    may-refuse: true\n", "    may-refuse: true\n    required: true\n");

        assertThat(planted.faults())
                .extracting(ProtocolFault::what)
                .containsExactly("Nobody may refuse what is required.");
    }

    static List<Arguments> mistakes() {
        return List.of(
                study("id: gutbrain-migraine-3arm", "id: Gutbrain", "\"Gutbrain\" cannot be the id."),
                study("version: \"0.4\"", "version: \"first one\"", "\"first one\" cannot be the version."),
                study("target: 309", "target: many", "\"target\" is many."),
                study("time-zone: Europe/Amsterdam", "time-zone: Amsterdam", "There is no time zone \"Amsterdam\"."),
                study("example: true", "example: ja", "\"example\" is ja."),
                study("prefix: LEI", "prefix: Lei", "\"Lei\" cannot be the prefix."),
                study("prefix: NIJ", "prefix: LEI", "\"LEI\" is used twice."),
                study("code: zwolle", "code: leiden", "\"leiden\" is used twice."),
                study("  - code: LFD\n", "  - code: PROB\n", "\"PROB\" is used twice."),
                study("ratio: 1", "ratio: 0", "\"ratio\" is 0."),
                study("[participant, coordinator]", "[participant, monitor]", "\"monitor\" cannot be shown an arm."),
                study("[phq-9, gad-7,", "[phq-9, gad-7, gad-7,", "\"gad-7\" is named twice."),
                study("anchor: enrolment", "anchor: enrollment", "\"anchor\" is enrollment."),
                study("from: 25", "from: 29", "Day 28 is not between 29 and 33."),
                study("code: W2", "code: V1", "\"V1\" is used twice."),
                study("by: staff", "by: nurse", "\"by\" is nurse."),
                study("first-day: 28", "first-day: 60", "Day 55 is before day 60."),
                study("lock-after-hours: 48", "lock-after-hours: -1", "\"lock-after-hours\" is -1."),
                study(
                        "      forms:\n        - {form: expectancy, by: participant}\n    - code: W2",
                        "    - code: W2",
                        "Nothing is filled in at this visit."),
                study("function: completed-days", "function: complete-days", "\"function\" is complete-days."),
                study("block: B0", "block: B9", "There is no diary block \"B9\"."),
                study("form: diary\n    block", "form: pgic\n    block", "Block B0 is not a diary of \"pgic\"."),
                study("id: I02", "id: I01", "\"I01\" is used twice."),
                study(
                        "when: migraine_duration_years >= 1",
                        "when: migraine_duration_years > \"1\"",
                        "migraine_duration_years is a number and \"1\" is a word."),
                study(
                        "when: migraine_duration_years >= 1",
                        "when: migraine_duration_years",
                        "\"migraine_duration_years\" is a number."),
                study(
                        "when: migraine_duration_years >= 1",
                        "when: pgic_01 >= 1",
                        "Nothing is called \"pgic_01\" here."),
                study(
                        "when: migraine_duration_years >= 1",
                        "when: migraine_duration_years => 1",
                        "\"=\" cannot stand in an expression."),
                study("aura_status == \"none\"", "aura_status == \"never\"", "\"never\" is no option of aura_status."),
                study("code: zwolle", "code: 'zwo\"lle'", "\"zwo\"lle\" cannot be the code."),
                study("code: mmd_runin", "code: mmd-runin", "\"mmd-runin\" cannot be the name of a variable."),
                study("levels-from: sites", "levels-from: arms", "\"levels-from\" is arms."),
                study("levels-from: sites", "levels: []", "\"site\" has 0 levels."),
                study("name: mmd-band", "name: aura", "\"aura\" is used twice."),
                study("form: early-end", "form: early-exit", "There is no form \"early-exit\"."),
                study("time-point: B3", "time-point: B4", "There is no visit or diary block \"B4\"."),
                study("variables: [mmd_runin, mmd_b3]", "variables: [mmd_run]", "Nothing is called \"mmd_run\" here."),
                study("mmd-change\n    role: primary", "mmd-change\n    role: secondary", "No outcome is primary."),
                study("order: 2\n", "order: 1\n", "A key secondary outcome needs a place of its own."),
                study("outcome: mmd-change", "outcome: mmd", "There is no outcome \"mmd\"."),
                study("strategy: composite", "strategy: compose", "\"strategy\" is compose."),
                study("id: ICE_ACUTE", "id: ICE_STOP", "\"ICE_STOP\" is used twice."),
                study("per-arm: 103", "per-arm: 100", "3 arms of 100 are fewer than 309."),
                study("alpha: \"0.05\"", "alpha: five", "\"five\" cannot be the alpha."),
                study("when: phq9_09 >= 1", "when: phq9_9 >= 1", "Nothing is called \"phq9_9\" here."),
                study("when: new_neuro_red_flag", "when: fever_c", "\"fever_c\" is a number."),
                study(
                        "when: pregnancy_test_positive",
                        "when: pregnancy_test_positive and arm_is_probiotic",
                        "No rule can depend on the arm (\"arm_is_probiotic\"): nobody who captures data knows it."),
                study("visit: V1, label", "visit: W2, label", "No form of visit \"W2\" has \"weight_kg\"."),
                study(
                        "code: phq9_v1",
                        "code: phq9_total",
                        "\"phq9_total\" is used twice.",
                        "Nothing is called \"phq9_v1\" here."),
                study("about: systolic", "about: systole", "No form has \"systole\"."),
                study("id: Q2", "id: Q1", "\"Q1\" is used twice."),
                study("when: diastolic >= systolic", "when: diastolic", "\"diastolic\" is a number."),
                study("id: ST2", "id: ST1", "\"ST1\" is used twice."),
                study("within-hours: 24", "within-hours: soon", "\"within-hours\" is soon."),
                study(
                        "{role: participant, status: aware",
                        "{role: participant, status: blinded",
                        "\"participant\" stands under open-label."),
                study("enabled: false", "enabled: no", "\"enabled\" is no."),
                study("summary:", "sumary:", "\"summary\" is missing.", "\"sumary\" is not a key here."),
                diary("ask-if: headache", "ask-if: hedache", "Nothing is called \"hedache\" here."),
                diary("ask-if: headache", "ask-if: aura", "Nothing is called \"aura\" here."),
                diary("most: 24", "most: -1", "\"most\" is -1 and \"least\" is 0."),
                diary("options: strength", "options: power", "There is no option set \"power\"."),
                diary("value: paracetamol", "value: triptan", "\"triptan\" is used twice."),
                diary("required: true", "required: yes", "\"required\" is yes."),
                diary("unit: h", "units: h", "\"units\" is not a key here."),
                diary("code: headache", "code: Headache", "\"Headache\" cannot be the name of a variable."),
                diary(
                        "code: vomiting",
                        "code: phq9_01",
                        "\"diary\" is no migraine diary: Nothing is called \"vomiting\" here.",
                        "\"phq9_01\" is used twice."),
                diary(
                        "Did light bother you?\", nl: \"Had u last van licht?",
                        "Did you vomit?\", nl: \"Hebt u overgegeven?",
                        "Another item asks the same."),
                mistake(Planted.CONSENT, "title:", "titel:", "\"title\" is missing.", "\"titel\" is not a key here."),
                mistake(Planted.CONSENT, "code: use_of_data", "code: take_part", "\"take_part\" is used twice."),
                mistake(
                        Planted.ALLOCATION,
                        "method: minimisation",
                        "method: coin",
                        "\"coin\" is not an allocation method."),
                mistake(Planted.PHQ9, "{from: 5,", "{from: 0,", "This band begins below the one before it."),
                mistake(
                        "forms/measurements.yaml",
                        "weight_kg * 10000",
                        "weight * 10000",
                        "Nothing is called \"weight\" here."));
    }

    private static Arguments study(String correct, String mistake, String... expected) {
        return mistake(Planted.STUDY, correct, mistake, expected);
    }

    private static Arguments diary(String correct, String mistake, String... expected) {
        return mistake(Planted.DIARY, correct, mistake, expected);
    }

    private static Arguments mistake(String file, String correct, String mistake, String... expected) {
        return Arguments.of(file, correct, mistake, List.of(expected));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mistakes")
    void findsOneMistakeWhereItStands(String file, String correct, String mistake, List<String> expected) {
        List<ProtocolFault> faults =
                new Planted().replace(file, correct, mistake).faults();

        assertThat(faults).extracting(ProtocolFault::what).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void reportsAFormThatIsNeverFilledInAndAFileThatNothingReads() {
        String form =
                "title: {en: a, nl: b}\nminutes: 1\nitems:\n  - {code: x1, type: nrs, question: {en: q, nl: v}}\n";

        assertThat(new Planted()
                        .put("forms/extra.yaml", form)
                        .put("form/diary.yaml", form)
                        .faults())
                .extracting(ProtocolFault::toString)
                .containsExactly(
                        "form/diary.yaml:1: Nothing reads this file. Put a form under forms/, ending in .yaml, or remove it.",
                        "forms/extra.yaml:1: \"extra\" is never filled in. Add it to a visit or diary, or remove it.");
    }

    @Test
    void aFileThatCannotBeReadIsOneFaultHoweverMuchDependsOnIt() {
        assertThat(new Planted().remove(Planted.PHQ9).faults())
                .extracting(ProtocolFault::what)
                .containsExactly("There is no instrument \"phq-9\".");
        assertThat(new Planted().replace(Planted.DIARY, "title: {", "title: }{").faults())
                .hasSize(1);
        assertThat(new Planted().put("forms/screening.yaml", "").faults()).hasSize(1);
        assertThat(new Planted().remove(Planted.ALLOCATION).faults())
                .extracting(ProtocolFault::what)
                .containsExactly("The file allocation.yaml is missing.");
    }

    @Test
    void refusesAFolderThatIsTooLargeOrHasPathsThatLeaveIt() {
        assertThat(new Planted()
                        .put("big.md", "x".repeat(StudyFolder.LARGEST_FILE + 1))
                        .faults())
                .hasSize(1);
        assertThat(new Planted().put("../out.yaml", "a: b").faults())
                .extracting(ProtocolFault::what)
                .containsExactly("A path like this is not taken.");
        assertThat(new FaultyStudy(StudyFolder.of(Map.of()).faults()).faults()).isEmpty();
    }

    @Test
    void stopsAtTwoHundredFaultsOfOneSentenceEach() {
        String nonsense = IntStream.range(0, 5000)
                .mapToObj(i -> "  - {code: x%d, type: nrs, ask-if: y%d, question: {en: q, nl: v}}".formatted(i, i))
                .collect(Collectors.joining("\n", "items:\n", "\n"));

        List<ProtocolFault> many = Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> new Planted().put("forms/changes.yaml", nonsense).faults());
        List<ProtocolFault> wordy = new Planted()
                .replace(Planted.STUDY, "anchor: enrolment", "anchor: " + "x".repeat(100_000))
                .faults();

        assertThat(many).hasSizeLessThanOrEqualTo(200).hasSizeGreaterThan(100);
        assertThat(wordy).singleElement().satisfies(fault -> assertThat(fault.what())
                .hasSizeLessThan(500));
    }

    static List<Arguments> mistakesInItems() {
        return List.of(
                Arguments.of(
                        "usual-least: 35", "usual-least: light", "\"usual-least\" is no answer.", "Fill in a number"),
                Arguments.of("usual-least: 35", "usual-least: -1", "\"usual-least\" is no answer.", "Fill in a number"),
                Arguments.of(
                        "usual-least: 35",
                        "usual-least: 170",
                        "\"usual-most\" is 160.5 and \"usual-least\" is 170.",
                        "Make usual-most the larger one."),
                Arguments.of(
                        "usual-most: \"18:00\"", "usual-most: \"06:30\"", "\"usual-most\" is 06:30", "the larger one"),
                Arguments.of("usual-least: 2020-01-01", "usual-least: 2020", "\"usual-least\" is no answer.", "a date"),
                Arguments.of(
                        "type: nrs,", "type: nrs, usual-most: 8,", "\"usual-most\" is not a key here.", "Use one of"),
                Arguments.of("{value: 100,", "{value: 10,", "The options are 0, 10.", "List these: 0, 100."),
                Arguments.of(
                        "type: file,",
                        "type: file, export: normal,",
                        "\"file\" is never released.",
                        "Leave export out"),
                Arguments.of("code: stable", "code: first_med_atc", "\"first_med_atc\" is used twice.", "its own code"),
                Arguments.of("\"N06A\", ", "\"N6A\", ", "\"N6A\" is no ATC code.", "such as \"N06A\""));
    }

    @ParameterizedTest
    @MethodSource("mistakesInItems")
    void saysWhatIsWrongWithAnItemOfEachType(String correct, String mistake, String what, String fix) {
        Planted planted = new Planted(Path.of("src", "test", "resources", "studies", "every-key"))
                .replace("forms/screening.yaml", correct, mistake);

        assertThat(planted.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("forms/screening.yaml");
            assertThat(fault.what()).startsWith(what);
            assertThat(fault.fix()).contains(fix);
        });
    }
}
