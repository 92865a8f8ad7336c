package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.ProtocolFault;
import org.commensal.protocol.StudyDifference.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study team expects is read whole, and changes nothing of how is allocated. */
class ExpectedReadingTest {

    private static final String FILE = "simulation.yaml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "leiden: 6     | leiden: -6    | \"leiden\" is -6. Write a whole number from 1 to 1000000.",
                "leiden: 6     | leiden: many  | \"leiden\" is many. Write a whole number from 1 to 1000000.",
                "zwolle: 3     | zwole: 3      | \"zwolle\" is missing. Add zwolle: with a whole number.",
                "zwolle: 3     | zwole: 3      | \"zwole\" is not a key here. Use one of: leiden, nijmegen, zwolle, maastricht.",
                "aura:         | aurora:       | There is no factor \"aurora\". Write one of: aura, mmd-band, preventive.",
                "aura: {\"no\": 67, \"yes\": 33} | site: {leiden: 1} | \"site\" is the site. Say how many each site brings under accrual.",
                "\"8-14\": 40, | ``            | \"8-14\" is missing. Add 8-14: with a whole number.",
                "prevalences:  | prevalence:   | \"prevalence\" is not a key here. Use one of: accrual, prevalences."
            })
    void aMistakeIsAFaultWithItsLineAndAFix(String correct, String mistake, String expected) {
        Planted planted = new Planted().replace(FILE, correct, mistake);

        assertThat(planted.faults()).extracting(ProtocolFault::file).containsOnly(FILE);
        assertThat(planted.faults()).anySatisfy(fault -> {
            assertThat(fault.what() + " " + fault.fix()).isEqualTo(expected);
            assertThat(fault.line()).isGreaterThan(2);
        });
    }

    @Test
    void theAccrualOfSitesThatAreNoFactorIsAFault() {
        Planted planted =
                new Planted(Path.of("study-protocols", "nof1-gluten-dairy")).put(FILE, "accrual: {amersfoort: 1}");

        assertThat(planted.faults())
                .extracting(ProtocolFault::what)
                .containsExactly("The site is no factor, so that its accrual changes nothing.");
    }

    @Test
    void readsNumbersByFactorAndLevelAndTakesTheRestAsEqual() {
        Study study = StudyReader.read(new Planted()
                .put(FILE, "accrual: {leiden: 4, nijmegen: 3, zwolle: 2, maastricht: 1}")
                .files());

        assertThat(study.expected())
                .isEqualTo(Map.of("site", Map.of("leiden", 4, "nijmegen", 3, "zwolle", 2, "maastricht", 1)));
        assertThat(study.siteFactor()).isEqualTo(3);
        assertThat(StudyReader.read(new Planted().remove(FILE).files()).expected())
                .isEmpty();
    }

    /** Whatever is expected, the bytes that the commitment binds and the streams are those of a study that expects nothing. */
    @Test
    void anAmendmentOfWhatIsExpectedIsNoneOfTheAllocation() {
        Study without = StudyReader.read(new Planted().remove(FILE).files());
        Study with = StudyReader.read(new Planted().files());

        assertThat(with.scheme().canonical()).isEqualTo(without.scheme().canonical());
        assertThat(with.scheme().allocatesAs(without.scheme())).isTrue();
        Study amended = StudyReader.read(new Planted()
                .replace(Planted.STUDY, "version: \"0.4\"", "version: \"0.5\"")
                .replace(FILE, "leiden: 6", "leiden: 7")
                .files());
        assertThat(StudyDifference.between(with, amended))
                .extracting(StudyDifference::severity)
                .isEqualTo(List.of(Severity.NONE));
    }
}
