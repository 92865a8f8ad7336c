package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of every shipped study hold, and an example that does not is found where it stands. */
class StudyExamplesTest {

    private static final Study FLAGSHIP = StudyReader.read(FlagshipTest.FOLDER);

    static List<Path> studies() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("study-protocols"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("study.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyExampleOfAShippedStudyHolds(Path folder) {
        StudyExamples.Outcome outcome = StudyExamples.run(StudyReader.read(folder), StudyFolder.of(folder));

        assertThat(outcome.mismatches().stream().map(ProtocolFault::toString).collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(outcome.examples()).isGreaterThan(10);
    }

    /** Every place of an example where a study's answer is written: another answer there must be found on its line. */
    @ParameterizedTest
    @MethodSource("studies")
    void aWrongExpectationIsFoundInEveryFileOfEveryStudy(Path folder) {
        Study study = StudyReader.read(folder);
        StudyFolder files = StudyFolder.of(folder);
        List<String> examples = files.files().keySet().stream()
                .filter(path -> path.startsWith("examples/"))
                .toList();

        assertThat(examples).isNotEmpty().allSatisfy(path -> {
            List<String> lines = new String(content(files, path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int at = 0; at < lines.size(); at++) {
                String wrong = spoil(lines.get(at), study);
                if (!wrong.equals(lines.get(at))) {
                    List<String> spoiled = new ArrayList<>(lines);
                    spoiled.set(at, wrong);
                    List<ProtocolFault> found = StudyExamples.run(study, with(StudyFolder.of(Map.of()), path, spoiled))
                            .mismatches();
                    assertThat(found)
                            .as(path + ": " + wrong)
                            .extracting(fault -> fault.file() + ":" + fault.line())
                            .contains(path + ":" + (at + 1));
                }
            }
        });
    }

    private static String spoil(String line, Study study) {
        if (line.contains("arm: ")) {
            List<String> arms =
                    study.arms().stream().map(Study.ArmDescription::code).toList();
            String arm = arms.stream()
                    .filter(code -> line.contains("arm: " + code))
                    .findFirst()
                    .orElse("?");
            return line.replace("arm: " + arm, "arm: " + arms.get(arm.equals(arms.get(0)) ? 1 : 0));
        }
        if (line.contains("eligible: ")) {
            return line.contains("eligible: true")
                    ? line.replace("eligible: true", "eligible: false")
                    : line.replace("eligible: false", "eligible: true");
        }
        return line.contains("gives: {") ? line.replaceFirst("(gives: \\{\\w+: )[^,}]+", "$19999") : line;
    }

    private static byte[] content(StudyFolder folder, String path) {
        return folder.files().getOrDefault(path, new byte[0]);
    }

    private static StudyFolder with(StudyFolder folder, String path, List<String> lines) {
        Map<String, byte[]> files = new TreeMap<>(folder.files());
        files.put(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return StudyFolder.of(files);
    }

    private static List<String> faults(String... lines) {
        StudyFolder empty = StudyFolder.of(Map.of());
        return StudyExamples.run(FLAGSHIP, with(empty, "examples/own.yaml", List.of(lines))).mismatches().stream()
                .map(ProtocolFault::toString)
                .toList();
    }

    @Test
    void theAnswerToAMedicineIsWrittenInItsParts() {
        Path folder = Path.of("src", "test", "resources", "studies", "every-key");
        String example =
                "forms:\n  - form: screening\n    answers: {first_med: {product: Zoloft, atc: %s}, stable: true}\n"
                        + "    gives: {first_med: \"Zoloft, %s\", stable: %s}\n";
        String wrongly =
                "forms:\n  - {form: screening, answers: {first_med: {product: Zoloft, atc: N6}}, declined: [first_med]}\n";

        for (String each : List.of(
                example.formatted("N06AB06", "N06AB06", "true"),
                example.formatted("J01", "J01", "not-applicable"),
                example.formatted("N06", "N06", "unknown"),
                wrongly)) {
            Map<String, byte[]> files = Map.of("examples/own.yaml", each.getBytes(StandardCharsets.UTF_8));
            assertThat(StudyExamples.run(StudyReader.read(folder), StudyFolder.of(files))
                            .mismatches())
                    .as(each)
                    .isEmpty();
        }
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("participants: []", "examples/own.yaml:1: There is no example here."),
                Arguments.of("people: []", "examples/own.yaml:1: \"people\" is not a key here."),
                Arguments.of("a: }", "examples/own.yaml:1: This is not YAML"),
                Arguments.of(
                        "participants:\n  - {name: a,\n     like: b, eligible: true}",
                        "examples/own.yaml:3: No participant before this one is called \"b\"."),
                Arguments.of(
                        "participants:\n  - {name: a, eligible: true}",
                        "examples/own.yaml:2: Expected eligible, the study says not eligible with unknown E01, E02"),
                Arguments.of("participants:\n  - {name: a}", "examples/own.yaml:2: \"eligible\" is missing."),
                Arguments.of(
                        "participants:\n  - name: a\n    answers: {age: 4}\n    eligible: false",
                        "examples/own.yaml:3: \"age\" cannot be 4."),
                Arguments.of(
                        "participants:\n  - name: a\n    answers: {site: delft}\n    eligible: false",
                        "examples/own.yaml:3: \"site\" cannot be delft."),
                Arguments.of(
                        "participants:\n  - name: a\n    answers: {mmd_runin: many}\n    eligible: false",
                        "examples/own.yaml:3: \"mmd_runin\" cannot be many."),
                Arguments.of(
                        "participants:\n  - name: a\n    answers: {age_years: 400}\n    eligible: false",
                        "examples/own.yaml:3: screening does not take age_years."),
                Arguments.of(
                        "forms:\n  - {form: phq9, answers: {}, gives: {a: 1}}",
                        "examples/own.yaml:2: There is no form \"phq9\"."),
                Arguments.of(
                        "forms:\n  - {form: gad-7, answers: {}, gives: {gad7_total: 1}}",
                        "examples/own.yaml:2: Expected gad7_total 1, the study says unknown."),
                Arguments.of(
                        "forms:\n  - {form: gad-7, answers: {}, gives: {gad7: 1}}",
                        "examples/own.yaml:2: Nothing is called \"gad7\" here."),
                Arguments.of("forms:\n  - {form: gad-7, answers: {}}", "examples/own.yaml:2: Nothing is expected"),
                Arguments.of(
                        "forms:\n  - {form: gad-7, answers: {gad7_01: 1}, declined: [gad7_01]}",
                        "examples/own.yaml:2: Expected declined gad7_01, the study says no answer is declined."),
                Arguments.of(
                        "forms:\n  - form: gad-7\n    answers: {gad7_01: {}}\n    gives: {gad7_total: unknown}",
                        "examples/own.yaml:3: \"gad7_01\" has keys of its own."),
                Arguments.of(
                        "diaries:\n  - {block: B9, days: [], gives: {}}",
                        "examples/own.yaml:2: There is no diary block \"B9\"."),
                Arguments.of(
                        "diaries:\n  - {block: B0, earlier: [{block: B9, days: []}], days: [], gives: {mmd_runin: unknown}}",
                        "examples/own.yaml:2: There is no diary block \"B9\"."),
                Arguments.of(
                        "diaries:\n  - block: B0\n    days:\n      - {times: 20}\n      - {times: 9}\n    gives: {mmd_runin: unknown}",
                        "examples/own.yaml:4: Block B0 has 28 days, and these are 29."),
                Arguments.of(
                        "allocations:\n  - {seed: abc, participants: [{levels: {}, arm: PROB}]}",
                        "examples/own.yaml:2: A seed has 64 hexadecimal digits."),
                Arguments.of(
                        "allocations:\n  - seed: \"" + "0".repeat(64)
                                + "\"\n    participants:\n      - {levels: {aura: maybe}, arm: PROB}",
                        "examples/own.yaml:4: \"maybe\" is not a level of \"aura\"."));
    }

    /** A running study keeps the streams that it was activated with, whatever version it is at now. */
    @Test
    void anAmendmentSaysWithWhichVersionItsAllocationsBegan() {
        String path = "examples/allocation.yaml";
        Planted amended = new Planted().replace(Planted.STUDY, "version: \"0.4\"", "version: \"0.5\"");
        Study study = StudyReader.read(amended.files());

        assertThat(StudyExamples.run(
                                study, StudyFolder.of(Map.of(path, content(StudyFolder.of(amended.files()), path))))
                        .mismatches())
                .isNotEmpty()
                .allMatch(fault -> fault.fix().contains("version:"));

        amended.replace(path, "  - seed:", "  - version: \"0.4\"\n    seed:");
        assertThat(StudyExamples.run(
                                study, StudyFolder.of(Map.of(path, content(StudyFolder.of(amended.files()), path))))
                        .mismatches())
                .isEmpty();
    }

    /** What compares with a block before it is unknown where the example does not describe that one. */
    @Test
    void anEarlierBlockIsDescribedBesideItsOwn() {
        Study study = StudyReader.read(new Planted()
                .replace(
                        Planted.STUDY,
                        "\nderived:",
                        "\nderived:\n  - {code: halved, function: response-50, form: diary, block: B3, earlier: [B0],"
                                + " label: {en: Halved, nl: Gehalveerd}}")
                .files());
        String day = "{times: %d, answers: {headache: false, acute_medication: false, aura: %s, aura_minutes: %s}}";
        String eight = "[" + day.formatted(8, "true", "20") + ", {times: 20, answers: {headache: false,"
                + " acute_medication: false, aura: false}}]";
        String none = "[{times: 28, answers: {headache: false, acute_medication: false, aura: false}}]";
        String own = "diaries:\n  - {block: B3, %s days: " + none + ", gives: {halved: %s}}";

        assertThat(Stream.of(
                        own.formatted("earlier: [{block: B0, days: " + eight + "}],", "1"),
                        own.formatted("", "unknown")))
                .allSatisfy(example -> assertThat(StudyExamples.run(
                                        study, with(StudyFolder.of(Map.of()), "examples/own.yaml", List.of(example)))
                                .mismatches())
                        .isEmpty());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void aFaultyExampleIsReportedAtItsLine(String file, String expected) {
        assertThat(faults(file)).anySatisfy(fault -> assertThat(fault).startsWith(expected));
    }

    @Test
    void comparesAsManyDecimalsAsAreWritten() {
        String form = "forms:\n  - {form: measurements, answers: {weight_kg: 68.4, height_cm: 171}, gives: {bmi: %s}}";

        assertThat(Stream.of("23", "23.4", "23.39", "23.3918"))
                .allSatisfy(bmi -> assertThat(faults(form.formatted(bmi))).isEmpty());
        assertThat(faults(form.formatted("23.40"))).singleElement().asString().contains("the study says 23.3918.");
    }

    @Test
    void aStudyWithoutExamplesHasNone() {
        assertThat(StudyExamples.run(FLAGSHIP, StudyFolder.of(Map.of())))
                .isEqualTo(new StudyExamples.Outcome(0, List.of()));
    }

    /** Whatever line is lost from a file of examples, what comes of it has a place and nothing is thrown. */
    @Test
    void aDamagedFileIsAnswered() {
        StudyFolder folder = StudyFolder.of(FlagshipTest.FOLDER);
        folder.files().keySet().stream()
                .filter(path -> path.startsWith("examples/"))
                .forEach(path -> {
                    List<String> lines = new String(content(folder, path), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                    for (int at = 0; at < lines.size(); at++) {
                        List<String> damaged = new ArrayList<>(lines);
                        damaged.remove(at);
                        assertThat(StudyExamples.run(FLAGSHIP, with(folder, path, damaged))
                                        .mismatches())
                                .allSatisfy(fault -> assertThat(fault.line()).isPositive());
                    }
                });
    }
}
