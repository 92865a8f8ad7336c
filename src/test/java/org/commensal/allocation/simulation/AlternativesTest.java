package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    private static List<String> to(Scenario scenario) {
        return Alternatives.to(scenario).stream()
                .map(alternative -> alternative.scheme().method())
                .toList();
    }

    @Test
    void areOfOtherMethodsThanItsOwnAndSuitItsFactors() {
        assertThat(to(Proposed.minimisation(60, "range", "4/5")))
                .containsExactly("complete-randomisation", "permuted-blocks", "block-urn");
        assertThat(to(Proposed.blocks(60, List.of(2), 3)))
                .containsExactly("complete-randomisation", "block-urn", "minimisation");
    }

    @Test
    void keepAnUnequalRatio() {
        Scenario unequal = Proposed.scenario(
                40, List.of(2, 1, 1), List.of(), Map.of("method", "permuted-blocks", "block-sizes", List.of(4)));

        assertThat(Alternatives.to(unequal))
                .isNotEmpty()
                .allMatch(alternative -> alternative
                                .scheme()
                                .ratio()
                                .values()
                                .equals(unequal.scheme().ratio().values())
                        || List.copyOf(alternative.scheme().ratio().values()).equals(List.of(2, 1, 1)));
    }
}
