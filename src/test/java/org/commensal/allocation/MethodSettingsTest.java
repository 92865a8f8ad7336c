package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study team reads when a method does not suit the trial, or a setting does not suit the method. */
class MethodSettingsTest {

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "efron, 1:1:1, probability: 2/3, Efron's biased coin is defined for two arms of equal share.",
        "efron, 2:1, probability: 3/4, Efron's biased coin is defined for two arms of equal share.",
        "chen, 1:1:1, probability: 2/3;limit: 3, Chen's biased coin is defined for two arms of equal share.",
        "adjustable-coin, 2:1, exponent: 2, The adjustable biased coin is defined for two arms of equal share.",
        "wei-urn, 2:1:1, alpha: 0;beta: 1, Wei's urn is defined for arms of equal share."
    })
    void aMethodThatIsNotDefinedForTheArmsSaysWhatToDo(String method, String ratio, String settings, String what) {
        assertThat(faults(method, ratio, settings)).singleElement().satisfies(fault -> {
            assertThat(fault.what()).isEqualTo(what);
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.fix()).contains("block-urn");
        });
    }

    @ParameterizedTest(name = "{1} is not of {0}")
    @CsvSource({
        "block-urn, lambda: 0, 1:1",
        "block-urn, lambda: 101, 1:1",
        "block-urn, limit: 3, 1:1",
        "big-stick, limit: 0, 1:1",
        "big-stick, limit: 1.5, 1:1",
        "efron, probability: 1/2, 1:1",
        "efron, probability: 0.6, 1:1",
        "efron, probability: 2/3;unequal-ratio: fake-arms, 1:1",
        "chen, probability: 2/3, 1:1",
        "adjustable-coin, exponent: 4, 1:1",
        "wei-urn, alpha: 0;beta: 0, 1:1",
        "wei-urn, alpha: -1;beta: 1, 1:1",
        "maximal-procedure, limit: 3, 1:1",
        "maximal-procedure, limit: 3;length: 12;end: open, 1:1",
        "permuted-blocks, 'block-sizes: [2, 4];block-size-weights: [1]', 1:1",
        "permuted-blocks, 'block-sizes: [2, 4];block-size-weights: [1, 0]', 1:1",
        "permuted-blocks, 'block-sizes: [2, 4];unequal-ratio: fake-arms', 1:1",
        "block-urn, lambda: 2;unequal-ratio: sometimes, 2:1",
        "minimisation, measure: range;probability: 4/5;overall-total: true;ties: first, 1:1",
        "list, file: other.csv, 1:1"
    })
    void aSettingThatMakesNoSenseIsAFault(String method, String settings, String ratio) {
        assertThat(faults(method, ratio, settings)).isNotEmpty().allSatisfy(fault -> assertThat(fault.fix())
                .isNotBlank());
    }

    @Test
    void aSequenceThatCannotBeCountedSaysWhatLengthCan() {
        assertThat(faults("maximal-procedure", "1:1", "limit: 3;length: 100"))
                .containsExactly(new ProtocolFault(
                        "allocation.yaml",
                        3,
                        "There are more sequences of 100 than can be counted exactly (2^53).",
                        "Write at most 60, after which a new sequence begins, or a smaller limit."));
        assertThat(faults("maximal-procedure", "1:1", "limit: 3;length: 60")).isEmpty();
        assertThat(faults("maximal-procedure", "1:1", "limit: 3;length: 62")).hasSize(1);
        assertThat(faults("maximal-procedure", "1:1", "limit: 1;length: 106")).isEmpty();
        assertThat(faults("maximal-procedure", "1:1:1", "limit: 100;length: 999"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.fix()).startsWith("Write at most 36,"));
    }

    @Test
    void aBalancedSequenceIsAMultipleOfTheRatio() {
        assertThat(faults("maximal-procedure", "2:1:1", "limit: 2;length: 10"))
                .extracting(ProtocolFault::what, ProtocolFault::fix)
                .containsExactly(
                        tuple("A sequence of 10 cannot end balanced.", "Write a multiple of 4, or end: free."));
        assertThat(faults("maximal-procedure", "2:1:1", "limit: 2;length: 10;end: free"))
                .isEmpty();
    }

    /** What is left to its default is not written where schemes without it were published before. */
    @Test
    void aSettingThatWasAddedLaterIsInTheSchemeOnlyWhereItDiffers() {
        String blocks = "block-sizes: [2, 4]";
        assertThat(OneStream.scheme("permuted-blocks", blocks + ";block-size-weights: [1, 1]", "1:1")
                        .canonical())
                .isEqualTo(OneStream.scheme("permuted-blocks", blocks, "1:1").canonical());
        String minimisation = "measure: range;probability: 4/5;overall-total: true";
        String later = minimisation + ";ties: share;unequal-ratio: native";
        assertThat(OneStream.scheme("minimisation", later, "1:1").canonical())
                .isEqualTo(OneStream.scheme("minimisation", minimisation, "1:1").canonical());
        assertThat(OneStream.scheme("minimisation", minimisation + ";ties: rank", "1:1")
                        .canonical())
                .contains("\"ties\":\"rank\"");
    }

    /** Ranked, one of two best arms of three has the probability alone, and each is drawn. */
    @Test
    void oneOfTheArmsThatTieRanksFirst() {
        AllocationScheme scheme = OneStream.scheme(
                "minimisation", "measure: range;probability: 3/5;overall-total: true;ties: rank", "1:1:1");
        for (int drawn = 0; drawn < 2; drawn++) {
            int pick = drawn;
            Course course = scheme.begin();
            course.allocated(new int[0], 1);
            long[] weights = course.weights(new int[0], (label, bound) -> {
                assertThat(label).isEqualTo("tie");
                assertThat(bound).isEqualTo(2);
                return pick;
            });
            assertThat(weights).containsExactly(drawn == 0 ? new long[] {3, 1, 1} : new long[] {1, 1, 3});
        }
        assertThat(scheme.begin().weights(new int[0], Schemes.NO_DRAW)).containsExactly(1, 1, 1);
    }

    private static List<ProtocolFault> faults(String method, String ratio, String settings) {
        List<Integer> shares =
                Arrays.stream(ratio.split(":", -1)).map(Integer::valueOf).toList();
        return Schemes.faults(shares, "method: " + method + "\n" + settings.replace(';', '\n'));
    }
}
