package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

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
            own-diary: #            | own-diary: [{code: a, name: {en: A, nl: A}, when: aura}, {code: b, name: {en: B, nl: B}, when: aura}, {code: c, name: {en: C, nl: C}, when: aura}, {code: d, name: {en: D, nl: D}, when: aura}]\nlimits: # | There are 4 marks
            """)
    void refuses(String before, String after, String fault) {
        Planted study = new Planted().replace(Planted.STUDY, before, after.replace("\\n", "\n"));

        assertThat(study.faults())
                .anySatisfy(found -> assertThat(found.toString()).contains(fault));
    }

    @Test
    void readsTheMarksOfTheFlagship() {
        assertThat(StudyReader.read(FlagshipTest.FOLDER).conduct().ownDiary())
                .extracting(Mark::code)
                .containsExactly("headache", "medicine", "aura");
    }
}
