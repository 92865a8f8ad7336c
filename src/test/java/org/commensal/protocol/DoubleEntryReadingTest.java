package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only a form that staff fill in by hand, wherever it is asked, is entered by two people. */
class DoubleEntryReadingTest {

    private static final Path FOLDER = Path.of("study-protocols", "probiotic-placebo-2arm");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [measurements, measurements] | "measurements" is listed twice.
            [no-such-form]               | "no-such-form" is no form that only staff fill in.
            [evening]                    | "evening" is no form that only staff fill in.
            [hit-6]                      | "hit-6" is no form that only staff fill in.
            {form: measurements}         | "double-entry" must be a list.
            """)
    void refuses(String forms, String fault) {
        Planted study = new Planted(FOLDER).replace(Planted.STUDY, "[measurements] #", forms + " #");

        assertThat(study.faults()).singleElement().satisfies(found -> assertThat(found.toString())
                .contains(fault));
    }

    @Test
    void refusesAFormThatFilesFill() {
        Planted study = new Planted(FlagshipTest.FOLDER);
        String form =
                StudyReader.read(FlagshipTest.FOLDER).conduct().imports().get(0).form();
        study.put(Planted.STUDY, study.text(Planted.STUDY) + "\ndouble-entry: [" + form + "]\n");

        assertThat(study.faults()).singleElement().satisfies(found -> assertThat(found.toString())
                .contains("Files fill \"" + form + "\"."));
    }

    @Test
    void readsTheFormsOfAStudy() {
        assertThat(StudyReader.read(FOLDER).conduct().doubleEntry()).containsExactly("measurements");
        assertThat(StudyReader.read(FlagshipTest.FOLDER).conduct().doubleEntry())
                .isEmpty();
    }
}
