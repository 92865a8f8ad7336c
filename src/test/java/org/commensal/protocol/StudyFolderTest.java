package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyFolderTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of 0x61 00 0000000000000001 62, computed with another tool. */
    @Test
    void isIdentifiedByPathsLengthsAndContents() {
        assertThat(StudyFolder.of(Map.of("a", bytes("b"))).hash())
                .isEqualTo("ab3dd935e62c212e7c5af37eaf5393cd2f9e6b22a368c039c773d41f633af49d");
    }

    @Test
    void isAnotherVersionAsSoonAsOneByteMoves() {
        String hash = StudyFolder.of(Map.of("a", bytes("xy"), "b", bytes("z"))).hash();

        assertThat(StudyFolder.of(Map.of("a", bytes("x"), "b", bytes("yz"))).hash())
                .isNotEqualTo(hash);
        assertThat(StudyFolder.of(Map.of("a", bytes("xy"), "c", bytes("z"))).hash())
                .isNotEqualTo(hash);
        assertThat(StudyFolder.of(Map.of("b", bytes("z"), "a", bytes("xy"))).hash())
                .isEqualTo(hash);
    }

    @Test
    void bringsTheInstrumentsThatItNamesAndNoOthers() {
        Map<String, byte[]> library = Map.of(
                "instruments/phq-9.yaml", bytes("shared"),
                "instruments/gad-7.yaml", bytes("shared"),
                "instruments/midas.yaml", bytes("shared"));
        StudyFolder folder = StudyFolder.of(Map.of(
                "study.yaml", bytes("instruments: [phq-9, gad-7, nobodys]"), "instruments/gad-7.yaml", bytes("own")));

        Map<String, byte[]> files = folder.withInstruments(library).files();

        assertThat(files).containsOnlyKeys("study.yaml", "instruments/phq-9.yaml", "instruments/gad-7.yaml");
        assertThat(files).containsEntry("instruments/gad-7.yaml", bytes("own"));
        assertThat(StudyFolder.of(Map.of()).withInstruments(library).files()).isEmpty();
    }
}
