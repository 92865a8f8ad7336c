package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A variable over several blocks of diary: which ones it may be computed from. */
class DerivedReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            response-50     | B3 |          | response-50 needs 1 earlier blocks, and these are 0.
            response-50     | B3 | [B0, B1] | response-50 needs 1 earlier blocks, and these are 2.
            monthly-attacks | B3 | [B0]     | monthly-attacks needs 0 earlier blocks, and these are 1.
            response-50     | B3 | [B9]     | There is no diary block "B9".
            response-50     | B0 | [B3]     | Block B3 does not end before B0 begins.
            response-50     | B3 | [B3]     | Block B3 does not end before B3 begins.
            medication-overuse-headache-probable | B3 | [B2, B1] | Block B2 does not end before B1 begins.
            mean-peak-pain  | B3 |          | "diary" cannot give mean-peak-pain
            """)
    void refuses(String function, String block, String earlier, String fault) {
        Planted study = with(function, block, earlier);
        if (function.equals("mean-peak-pain") && study.text(Planted.DIARY).contains("code: hp_nrs")) {
            study.replace(Planted.DIARY, "code: hp_nrs", "code: hp_otherwise")
                    .replace(Planted.STUDY, "variables: [hp_nrs]", "variables: [hp_otherwise]");
        }

        assertThat(study.faults()).singleElement().asString().contains(fault);
    }

    @Test
    void readsTheBlocksInTheOrderOfTime() {
        Study study = StudyReader.read(
                with("medication-overuse-headache-probable", "B3", "[B1, B2]").files());

        assertThat(study.derived())
                .filteredOn(variable -> variable.code().equals("own"))
                .singleElement()
                .satisfies(variable -> assertThat(variable.blocks()).isEqualTo(List.of("B1", "B2", "B3")));
    }

    private static Planted with(String function, String block, String earlier) {
        String compared = earlier == null ? "" : ", earlier: " + earlier;
        String own = "\n  - {code: own, function: " + function + ", form: diary, block: " + block + compared
                + ", label: {en: \"Own\", nl: \"Eigen\"}}";
        return new Planted().replace(Planted.STUDY, "\nderived:", "\nderived:" + own);
    }
}
