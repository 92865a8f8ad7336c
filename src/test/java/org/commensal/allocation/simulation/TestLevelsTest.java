package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestLevelsTest {

    private static final List<Integer> TWO = List.of(1, 1);

    private static Map<String, Figure> levels(Scenario scenario) {
        return new TestLevels(scenario, Outcome.STRONG, 20261125)
                .run(300, 2, done -> {}).stream().collect(Collectors.toMap(Figure::name, Function.identity()));
    }

    private static Figure figure(Map<String, Figure> levels, String name) {
        return Objects.requireNonNull(levels.get(name));
    }

    private static void assertLevel(Map<String, Figure> levels, String name, double expected, double tolerance) {
        assertThat(figure(levels, name).value()).as(name).isCloseTo(expected, within(tolerance));
    }

    /** Elsewhere, in one run of 1,000 trials: .0110, .0515 and .0540. */
    @Test
    void minimisationMakesAnUnadjustedTestConservativeAndNoOther() {
        Map<String, Figure> levels = levels(Proposed.scenario(
                100,
                TWO,
                List.of(2, 2, 3),
                Map.of("method", "minimisation", "measure", "range", "probability", "17/20")));

        assertThat(figure(levels, "type-one-unadjusted-none").value()).isLessThan(.02);
        assertLevel(levels, "type-one-adjusted-none", .05, .01);
        assertLevel(levels, "type-one-re-randomisation-none", .05, .01);
        assertLevel(levels, "type-one-re-randomisation-linear", .05, .01);
        assertLevel(levels, "type-one-re-randomisation-step", .05, .01);
        assertThat(figure(levels, "type-one-adjusted-none").error()).isBetween(.001, .006);
    }

    /** Small blocks balance over time, so a trend is noise that the arms share: the test expects it and does not see it. */
    @Test
    void aTrendMakesAnUnadjustedTestOfSmallBlocksConservative() {
        Map<String, Figure> blocks = levels(
                Proposed.scenario(100, TWO, List.of(), Map.of("method", "permuted-blocks", "block-sizes", List.of(2))));
        assertLevel(blocks, "type-one-unadjusted-none", .05, .01);
        assertThat(figure(blocks, "type-one-unadjusted-step").value()).isLessThan(.04);
        assertLevel(blocks, "type-one-re-randomisation-step", .05, .01);

        Map<String, Figure> complete =
                levels(Proposed.scenario(100, TWO, List.of(), Map.of("method", "complete-randomisation")));
        assertLevel(complete, "type-one-unadjusted-step", .05, .01);
    }

    /** Proschan (Statistics in Medicine 1994;13:2219): a test is wrong more often, the easier the next arm is guessed. */
    @Test
    void whoPicksByGuessingMakesEveryTestOfSmallBlocksWrongAndNoneOfCompleteRandomisation() {
        Map<String, Figure> complete =
                levels(Proposed.scenario(100, TWO, List.of(), Map.of("method", "complete-randomisation")));
        Map<String, Figure> blocks = levels(
                Proposed.scenario(100, TWO, List.of(), Map.of("method", "permuted-blocks", "block-sizes", List.of(2))));

        for (String test : List.of("unadjusted", "adjusted", "re-randomisation")) {
            assertLevel(complete, "type-one-" + test + "-selection-bias", .05, .01);
        }
        // A difference of .25 between arms of 50 with a variance of 1 + 1/32 in each: noncentrality (.25 / .2031)² =
        // 1.515.
        assertLevel(blocks, "type-one-unadjusted-selection-bias", .234, .02);
        assertThat(figure(blocks, "type-one-re-randomisation-selection-bias").value())
                .isGreaterThan(.15);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        TestLevels levels = new TestLevels(Proposed.minimisation(40, "variance", "4/5"), Outcome.STRONG, 3);

        assertThat(levels.run(12, 3, done -> {})).isEqualTo(levels.run(12, 1, done -> {}));
    }
}
