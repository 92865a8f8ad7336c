package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of the protocol are said in words. */
class LabelsTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mmd_runin | Migrainedagen per 28 dagen vóór de loting",
                "phq9_total | PHQ-9 totaal",
                "nowhere | nowhere",
                "coeliac,mhd_runin | Hoofdpijndagen per 28 dagen vóór de loting; Coeliakie?",
                "coeliac,ibd | Coeliakie?; Ziekte van Crohn of colitis ulcerosa?",
                "coeliac,ibd,gi_resection | Screening"
            })
    void variablesAreCalledByTheirLabelsAndManyQuestionsByTheirForm(String codes, String labels) {
        assertThat(Labels.variables(STUDY, List.of(codes.split(","))))
                .extracting(Text::nl)
                .containsExactly(labels.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "V1, V1/phq-9, Nulmeting",
        "AE, AE/2, Klacht of ziekte 2",
        "B0, diary/2026-11-23, Dagboek vóór de loting"
    })
    void anOccurrenceOfAnEventIsCalledByItsNumber(String event, String task, String name) {
        assertThat(Labels.event(STUDY, event, task).nl()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"V1, Nulmeting", "B0, Dagboek vóór de loting", "V9, V9"})
    void aMomentIsCalledByItsName(String code, String name) {
        assertThat(Labels.event(STUDY, code).nl()).isEqualTo(name);
    }
}
