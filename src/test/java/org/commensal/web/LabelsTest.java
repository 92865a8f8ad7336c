package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of the protocol are said in words. */
class LabelsTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @ParameterizedTest
    @CsvSource({
        "mmd_runin, Migrainedagen per 28 dagen vóór de loting",
        "phq9_total, PHQ-9 totaal",
        "gestational_age, gestational_age"
    })
    void aVariableIsCalledByItsLabel(String code, String label) {
        assertThat(Labels.variable(STUDY, code).nl()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"V1, Nulmeting", "B0, Dagboek vóór de loting", "V9, V9"})
    void aMomentIsCalledByItsName(String code, String name) {
        assertThat(Labels.event(STUDY, code).nl()).isEqualTo(name);
    }
}
