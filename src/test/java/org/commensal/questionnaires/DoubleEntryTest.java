package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.StudyReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two entries of a form are compared question by question. */
class DoubleEntryTest {

    private static final Questionnaire FORM = StudyReader.read(Path.of("study-protocols", "probiotic-placebo-2arm"))
            .questionnaire("measurements");

    @Test
    void whatDiffersIsNamedAndWhatIsComputedFromItIsNot() {
        assertThat(DoubleEntry.compare(FORM, entered("weight_kg", "70.5"), entered("weight_kg", "75.0")))
                .containsExactly("weight_kg");
    }

    @Test
    void aNumberIsTheSameWithMoreDecimals() {
        assertThat(DoubleEntry.compare(FORM, entered("weight_kg", "70"), entered("weight_kg", "70.0")))
                .isEmpty();
    }

    @Test
    void noAnswerIsNotTheSameAsAnAnswer() {
        assertThat(DoubleEntry.compare(FORM, entered("pulse", "60"), entered("pulse", null)))
                .containsExactly("pulse");
        assertThat(DoubleEntry.compare(FORM, entered("pulse", null), entered("pulse", "")))
                .isEmpty();
    }

    private static Answers entered(String item, @Nullable String value) {
        Map<String, @Nullable Object> given = new HashMap<>(Map.of("weight_kg", "70.5", "height_cm", "170"));
        given.put(item, value);
        return FORM.accept(given);
    }
}
