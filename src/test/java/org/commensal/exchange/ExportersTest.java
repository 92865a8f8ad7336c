package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.LicensedWording;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves a study as metadata, in every format: never the allocation, and licensed wording only for those who may. */
class ExportersTest {

    private static final Path STUDIES = Path.of("study-protocols");
    private static final Path TWO_SITES = Path.of("src", "test", "resources", "studies", "two-sites");
    private static final String BOTH_FORMS = "{form: mood, by: participant}, {form: who-5, by: participant}";
    private static final String PURCHASED = """
            intro: {en: "Purchased opening.", nl: "Gekochte opening."}
            options:
              time:
                "0": {en: "Bought label 0", nl: "Gekocht label 0"}
                "1": {en: "Bought label 1", nl: "Gekocht label 1"}
                "2": {en: "Bought label 2", nl: "Gekocht label 2"}
                "3": {en: "Bought label 3", nl: "Gekocht label 3"}
                "4": {en: "Bought label 4", nl: "Gekocht label 4"}
                "5": {en: "Bought label 5", nl: "Gekocht label 5"}
            who5_01: {en: "Purchased sentence 1", nl: "Gekochte zin 1"}
            who5_02: {en: "Purchased sentence 2", nl: "Gekochte zin 2"}
            who5_03: {en: "Purchased sentence 3", nl: "Gekochte zin 3"}
            who5_04: {en: "Purchased sentence 4", nl: "Gekochte zin 4"}
            who5_05: {en: "Purchased sentence 5", nl: "Gekochte zin 5"}
            """;
    private static final Map<String, String> ANOTHER_ALLOCATION = Map.of(
            "gutbrain-migraine-3arm", "method: permuted-blocks\nblock-sizes: [6, 12]\n",
            "nof1-gluten-dairy", "method: permuted-blocks\nblock-sizes: [8, 16]\n",
            "probiotic-placebo-2arm", "method: permuted-blocks\nblock-sizes: [14, 22]\n");

    static Stream<Arguments> shipped() {
        return ANOTHER_ALLOCATION.keySet().stream()
                .flatMap(study -> Exporters.names().stream().map(format -> Arguments.of(study, format)));
    }

    @Test
    void thereIsNoOtherFormat() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Exporters.of("folder"))
                .withMessageContaining("odm, fhir, preview");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theSameStudyWithAnotherAllocationAndOtherFactorsGivesTheSameBytes(String id, String format) {
        StudyFolder folder = StudyFolder.of(STUDIES.resolve(id));
        Map<String, byte[]> other = new TreeMap<>(folder.files());
        other.put("allocation.yaml", bytes(ANOTHER_ALLOCATION.getOrDefault(id, "")));
        other.remove("simulation.yaml");
        String study = new String(other.getOrDefault("study.yaml", new byte[0]), StandardCharsets.UTF_8);
        other.put("study.yaml", bytes(study.replaceAll("(?m)^  - name: (?!site|\")", "$0another-")));
        other.keySet().removeIf(path -> path.startsWith("examples/"));

        assertThat(written(format, StudyReader.read(other)))
                .as("the settings of an allocation say what comes next")
                .isEqualTo(written(format, StudyReader.read(folder)))
                .doesNotContainIgnoringCase("minimis", "block-size", "permuted", "4/5", "ratio:");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void licensedWordingIsLeftOutOfACopyForEverybody(String format) {
        Study study = withLicensedWording();

        assertThat(LicensedWording.isIn(study)).isTrue();
        assertThat(written(format, study)).contains("Purchased sentence", "Bought label", "Purchased opening");
        assertThat(written(format, LicensedWording.withheld(study)))
                .doesNotContain("Purchased", "Bought", "Gekocht")
                .contains("who5_01", "[insert licensed text]", "Mood");
        assertThat(LicensedWording.isIn(LicensedWording.withheld(study))).isFalse();
    }

    @Test
    void whatEverybodyMayReproduceStaysAsItIs() {
        Study study = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));

        assertThat(LicensedWording.isIn(study)).isFalse();
        assertThat(LicensedWording.withheld(study)).isEqualTo(study);
    }

    static Set<String> formats() {
        return Set.copyOf(Exporters.names());
    }

    private static String written(String format, Study study) {
        return new String(Exporters.of(format).write(study, "0".repeat(64)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The two-site study of the tests, with a questionnaire whose wording the study team bought. */
    private static Study withLicensedWording() {
        Map<String, byte[]> files = new TreeMap<>(StudyFolder.of(TWO_SITES).files());
        String study = new String(files.getOrDefault("study.yaml", new byte[0]), StandardCharsets.UTF_8);
        files.put(
                "study.yaml",
                bytes("instruments: [who-5]\n" + study.replace("{form: mood, by: participant}", BOTH_FORMS)));
        files.putAll(StudyFolder.of(STUDIES.resolve("instruments")).files().entrySet().stream()
                .filter(file -> file.getKey().equals("who-5.yaml"))
                .collect(Collectors.toMap(file -> "instruments/" + file.getKey(), Map.Entry::getValue)));
        files.put("texts/who-5.yaml", bytes(PURCHASED));
        return StudyReader.read(files);
    }
}
