package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a study team reads when {@code allocation.yaml} is wrong. */
class AllocationSettingsTest {

    private static final String MINIMISATION = "method: minimisation\nmeasure: range\nprobability: 4/5\n";

    @Test
    void anUnknownMethodIsOneFaultThatNamesTheMethodsThatThereAre() {
        assertThat(Schemes.faults(List.of(1, 1), "method: minimization\nmeasure: range\nprobability: 4/5"))
                .containsExactly(new ProtocolFault(
                        "allocation.yaml",
                        1,
                        "\"minimization\" is not an allocation method.",
                        "Write one of: complete-randomisation, permuted-blocks, block-urn, big-stick, chen, efron,"
                                + " adjustable-coin, wei-urn, maximal-procedure, minimisation, list."));
    }

    @Test
    void aMissingMethodIsAFault() {
        assertThat(Schemes.faults(List.of(1, 1), "block-sizes: [2]"))
                .extracting(ProtocolFault::what)
                .containsExactly("\"method\" is missing.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'[3, 8]', 'Block size \"8\" does not suit the ratio.'",
        "'[0]', 'Block size \"0\" does not suit the ratio.'",
        "'[1002]', 'Block size \"1002\" does not suit the ratio.'",
        "'[-3]', 'Block size \"-3\" does not suit the ratio.'",
        "'[three]', 'Block size \"three\" does not suit the ratio.'",
        "'[3, 3]', 'Block size 3 is written twice.'",
        "'[]', '\"block-sizes\" lists no block size.'"
    })
    void blockSizesAreDifferentMultiplesOfTheSumOfTheRatio(String sizes, String what) {
        assertThat(Schemes.faults(List.of(2, 1), "method: permuted-blocks\nblock-sizes: " + sizes))
                .containsExactly(new ProtocolFault(
                        "allocation.yaml", 2, what, "Write different multiples of 3 below 1000, such as [3, 6]."));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({"1:1, 1/2", "1:1, 2/5", "1:1, 5/4", "1:1, 0.8", "1:1, 4/0", "2:1, 2/3", "1:1:1, 3/5", "5:1:1, 5/7"})
    void aProbabilityThatWouldNotBalanceIsAFault(String ratio, String probability) {
        List<Integer> shares =
                List.of(ratio.split(":", -1)).stream().map(Integer::valueOf).toList();
        assertThat(Schemes.faults(shares, "method: minimisation\nmeasure: range\nprobability: " + probability))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.what()).isEqualTo("\"probability\" is " + probability + ".");
                    assertThat(fault.fix()).contains("4/5");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/3", "17/20", "1/1", "4/5"})
    void otherProbabilitiesAreAccepted(String probability) {
        assertThat(Schemes.faults(
                        List.of(1, 1, 1), "method: minimisation\nmeasure: variance\nprobability: " + probability))
                .isEmpty();
    }

    @Test
    void everyFaultOfMinimisationIsReportedAtOnceWithItsLine() {
        List<ProtocolFault> faults = Schemes.faults(List.of(1, 1, 1), """
                method: minimisation
                measure: standard-deviation
                probability: 2
                overall-total: perhaps
                simple-first: -1
                factor-weights:
                  auro: 2
                  site: 0
                block-sizes: [3]
                """);
        assertThat(faults).extracting(ProtocolFault::line).containsExactlyInAnyOrder(2, 3, 4, 5, 7, 8, 9);
        assertThat(faults).extracting(ProtocolFault::what).contains("\"auro\" is not a key here.");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.fix()).isNotBlank());
    }

    @Test
    void minimisationNeedsSomethingToBalance() {
        assertThat(faults(MINIMISATION, Schemes.arms(2), List.of(1, 1), List.of()))
                .containsExactly("Minimisation has no factor to balance.");
        assertThat(faults(MINIMISATION + "overall-total: true", Schemes.arms(2), List.of(1, 1), List.of()))
                .isEmpty();
    }

    @Test
    void armsRatioAndFactorsThatNoMethodCanUseAreFaults() {
        String method = "method: permuted-blocks\nblock-sizes: [2]";
        assertThat(faults(method, Schemes.arms(1), List.of(1), List.of())).hasSize(1);
        assertThat(faults(method, Schemes.arms(3), List.of(1, 1), List.of())).hasSize(1);
        assertThat(faults(method, List.of(new ArmCode("A"), new ArmCode("A")), List.of(1, 1), List.of()))
                .hasSize(1);
        assertThat(faults(method, Schemes.arms(2), List.of(1, 0), List.of()))
                .containsExactly("Each share of the allocation ratio must be from 1 to 20.");
        assertThat(faults(method, Schemes.arms(2), List.of(1, 1), factors("site", "S1", "S1")))
                .hasSize(1);
        assertThat(faults(method, Schemes.arms(2), List.of(1, 1), factors("site", "S1;aura=yes")))
                .hasSize(1);
        assertThat(faults(method, Schemes.arms(2), List.of(1, 1), factors("site")))
                .hasSize(1);
    }

    @Test
    void theSameSchemeIsWrittenTheSameHoweverItsFileIsOrderedAndWithItsDefaults() {
        AllocationScheme shortest = Schemes.scheme(List.of(1, 1), MINIMISATION);
        AllocationScheme longest = Schemes.scheme(List.of(1, 1), """
                factor-weights: {site: 1}
                simple-first: 0
                overall-total: false
                probability: 8/10
                measure: range
                method: minimisation
                """);
        assertThat(longest.canonical())
                .isEqualTo(shortest.canonical())
                .isEqualTo("{\"algorithm\":\"allocation-v1\",\"arms\":[\"A\",\"B\"],\"factors\":["
                        + "{\"levels\":[\"no\",\"yes\"],\"name\":\"aura\"},"
                        + "{\"levels\":[\"S1\",\"S2\",\"S3\"],\"name\":\"site\"}],\"method\":\"minimisation\","
                        + "\"ratio\":[1,1],\"settings\":{\"factor-weights\":{\"aura\":1,\"site\":1},"
                        + "\"measure\":\"range\",\"overall-total\":false,\"probability\":\"4/5\",\"simple-first\":0},"
                        + "\"study\":\"a-study\",\"version\":\"1.0\"}");
    }

    private static List<Factor> factors(String name, String... levels) {
        return List.of(new Factor(name, List.of(levels)));
    }

    private static List<String> faults(String yaml, List<ArmCode> arms, List<Integer> ratio, List<Factor> factors) {
        List<String> whats = new ArrayList<>();
        AllocationScheme scheme = Schemes.read(arms, ratio, factors, yaml, fault -> whats.add(fault.what()));
        assertThat(scheme.arms()).isEqualTo(arms);
        return whats;
    }
}
