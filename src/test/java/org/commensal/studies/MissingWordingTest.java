package org.commensal.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;

/** A study opens only when participants can read its questions. */
class MissingWordingTest {

    private static final Path FLAGSHIP = Path.of("study-protocols", "gutbrain-migraine-3arm");
    private static final String WORDING = """
            options: {time: {"0": {en: a, nl: a}, "1": {en: b, nl: b}, "2": {en: c, nl: c}, "3": {en: d, nl: d}, "4": {en: e, nl: e}, "5": {en: f, nl: f}}}
            who5_01: {en: First, nl: Eerste}
            who5_02: {en: Second, nl: Tweede}
            who5_03: {en: Third, nl: Derde}
            who5_04: {en: Fourth, nl: Vierde}
            who5_05: {en: Fifth, nl: Vijfde}
            """;

    private static Study study(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>(StudyFolder.of(FLAGSHIP).files());
        StudyFolder library = StudyFolder.of(FLAGSHIP.resolveSibling("instruments"));
        files.computeIfPresent(
                "study.yaml",
                (path, bytes) -> bytes(
                        new String(bytes, StandardCharsets.UTF_8)
                                .replace("instruments: [", "instruments: [who-5, midas, ")
                                .replaceFirst(
                                        "forms:\n",
                                        "forms:\n        - {form: who-5, by: participant}\n        - {form: midas, by: staff}\n")));
        texts.forEach((path, content) -> files.put(path, bytes(content)));
        Map<String, byte[]> instruments = new TreeMap<>();
        library.files().forEach((path, bytes) -> instruments.put("instruments/" + path, bytes));
        return StudyReader.read(StudyFolder.of(files).withInstruments(instruments));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAStudyWithPlaceholdersAndNamesTheFilesToAdd() {
        assertThat(MissingWording.of(study(Map.of()))).map(Text::en).hasValueSatisfying(why -> assertThat(why)
                .contains(
                        "no questions yet: who-5, midas.",
                        "add texts/who-5.yaml, texts/midas.yaml to the study folder"));
        assertThat(MissingWording.of(study(Map.of()))).map(Text::nl).hasValueSatisfying(why -> assertThat(why)
                .contains("nog geen vragen: who-5, midas.", "texts/who-5.yaml, texts/midas.yaml"));
    }

    @Test
    void namesOnlyWhatIsStillMissing() {
        assertThat(MissingWording.of(study(Map.of("texts/who-5.yaml", WORDING))))
                .map(Text::en)
                .hasValueSatisfying(why -> assertThat(why).contains("midas").doesNotContain("who-5"));
    }

    @Test
    void letsAStudyOpenWhoseQuestionsAreAllThere() {
        assertThat(MissingWording.of(StudyReader.read(FLAGSHIP))).isEmpty();
    }
}
