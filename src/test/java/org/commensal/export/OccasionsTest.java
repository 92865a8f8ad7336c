package org.commensal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.commensal.export.redcap.Occasion;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;

class OccasionsTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @Test
    void aNameThatMayNotBeSaidIsTheCode() {
        assertThat(Occasions.of(List.of(STUDY), words -> false))
                .isNotEmpty()
                .allSatisfy(occasion -> assertThat(occasion.label().en()).isEqualTo(occasion.code()));
    }

    @Test
    void visitsAreThereOnceAndDiariesRepeat() {
        List<Occasion> occasions = Occasions.of(List.of(STUDY, STUDY), words -> true);

        assertThat(occasions).extracting(Occasion::code).doesNotHaveDuplicates();
        assertThat(occasions)
                .filteredOn(Occasion::repeats)
                .extracting(Occasion::code)
                .containsAll(STUDY.schedule().blocks().stream()
                        .map(block -> block.code())
                        .toList())
                .doesNotContainAnyElementsOf(STUDY.schedule().visits().stream()
                        .map(visit -> visit.code())
                        .toList());
    }
}
