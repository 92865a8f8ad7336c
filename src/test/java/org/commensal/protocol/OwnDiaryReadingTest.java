package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.commensal.kernel.ProtocolFault;
import org.commensal.protocol.Conduct.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar of the own diary that would show more than what was answered in it is refused at its line. */
class OwnDiaryReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            when: headache}         | when: phq9_total > 9}   | "phq9_total" is not what a participant answers in the diary
            when: headache}         | when: mmd_b1 > 3}       | "mmd_b1" is not what a participant answers in the diary
            when: headache}         | when: weight_kg > 90}   | "weight_kg" is not what a participant answers in the diary
            when: headache}         | when: arm_is_probiotic} | arm_is_probiotic
            when: headache}         | when: hp_nrs}           | hp_nrs
            code: medicine, name    | code: headache, name    | headache
            en: "Headache", nl      | en: "Headache that was there for a part of the day", nl | The name is too long.
            """)
    void refuses(String before, String after, String fault) {
        Planted study = new Planted().replace(Planted.STUDY, before, after);

        assertThat(study.faults())
                .anySatisfy(found -> assertThat(found.toString()).contains(fault));
    }

    @Test
    void aDayHasRoomForThreeMarks() {
        Planted study = new Planted()
                .replace(
                        Planted.STUDY,
                        "  - {code: aura, name:",
                        "  - {code: drugs, name: {en: \"Drugs\", nl: \"Middelen\"}, when: acute_medication}\n"
                                + "  - {code: aura, name:");

        assertThat(study.faults())
                .extracting(ProtocolFault::what)
                .containsExactly("There are 4 marks: a day of a calendar has room for 3.");
    }

    @Test
    void readsTheMarksOfTheFlagship() {
        assertThat(StudyReader.read(FlagshipTest.FOLDER).conduct().ownDiary())
                .extracting(Mark::code)
                .containsExactly("headache", "medicine", "aura");
    }
}
