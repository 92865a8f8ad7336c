package org.commensal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves as ODM or FHIR comes back as it went: every form of every study that ships, and in ODM the schedule. */
class RoundTripTest {

    @ParameterizedTest
    @CsvSource({
        "study-protocols/gutbrain-migraine-3arm, odm",
        "study-protocols/gutbrain-migraine-3arm, fhir",
        "study-protocols/nof1-gluten-dairy, odm",
        "study-protocols/nof1-gluten-dairy, fhir",
        "study-protocols/probiotic-placebo-2arm, odm",
        "study-protocols/probiotic-placebo-2arm, fhir",
        "src/test/resources/studies/two-sites, odm",
        "src/test/resources/studies/two-sites, fhir"
    })
    void givesEveryFormBack(String folder, String format) {
        Study study = StudyReader.read(Path.of(folder));

        Import done = again(study, format);

        assertThat(forms(StudyReader.read(done.files()))).isEqualTo(forms(study));
        assertThat(done.losses())
                .as("nothing of ours is lost on the way")
                .extracting(Loss::kind)
                .containsOnly(Loss.Kind.TO_COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "study-protocols/gutbrain-migraine-3arm",
                "study-protocols/nof1-gluten-dairy",
                "study-protocols/probiotic-placebo-2arm",
                "src/test/resources/studies/two-sites"
            })
    void givesTheScheduleAndTheHeadBack(String folder) {
        Study study = StudyReader.read(Path.of(folder));

        Study same = StudyReader.read(again(study, "odm").files());

        assertThat(same.schedule()).isEqualTo(study.schedule());
        assertThat(List.of(same.id(), same.version(), same.title(), same.summary(), same.zone(), same.target()))
                .isEqualTo(List.of(
                        study.id(), study.version(), study.title(), study.summary(), study.zone(), study.target()));
        assertThat(Exporters.of("odm").write(same, "hash"))
                .as("a second export is the first, but for the order of the forms")
                .hasSameSizeAs(Exporters.of("odm").write(study, "hash"));
    }

    private static Import again(Study study, String format) {
        Exporters.Exporter exporter = Exporters.of(format);
        return Importers.read("study." + exporter.ending(), exporter.write(study, "hash"));
    }

    private static String forms(Study study) {
        return study.questionnaires().values().stream()
                .sorted(Comparator.comparing(Questionnaire::id))
                .toList()
                .toString();
    }
}
