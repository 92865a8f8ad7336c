package org.commensal.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.commensal.exchange.Loss;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;

class ImportStudyTest {

    @Test
    void refusesAFaultyFileWithEachOfItsLines() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ImportStudy.read("C:\\files\\study.xml", bytes("<ODM>\n<Study>\n</ODM>")))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
                    assertThat(refusal.text().nl()).startsWith("study.xml kan niet worden overgenomen.");
                    assertThat(refusal.violations()).singleElement().satisfies(fault -> assertThat(fault.pointer())
                            .isEqualTo("/study.xml:3"));
                });
    }

    @Test
    void givesAFolderThatCanBePublishedOnceItIsCompleted() {
        var done = ImportStudy.read("", bytes("""
                {"resourceType": "Questionnaire", "language": "en", "title": "Sleep",
                 "item": [{"linkId": "slept", "text": "Did you sleep well?", "type": "boolean", "prefix": "1"}]}"""));

        assertThat(StudyReader.read(StudyArchive.unpack(done.folder())).questionnaires())
                .containsOnlyKeys("form");
        assertThat(done.losses()).extracting(Loss::kind).contains(Loss.Kind.LEFT_OUT, Loss.Kind.TO_COMPLETE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
