package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** Sites that bring unequally many, and levels that are rare, change what comes of a scheme as can be computed. */
class ExpectedParticipantsTest {

    private static final int PARTICIPANTS = 20;
    private static final int TRIALS = 20_000;
    private static final Scenario EQUAL = Proposed.scenario(
            PARTICIPANTS, List.of(1, 1), List.of(2), Map.of("method", "permuted-blocks", "block-sizes", List.of(2)));

    private static Scenario sites(int one, int other) {
        return Scenario.of(EQUAL.scheme(), PARTICIPANTS, Proposal.expected(List.of(List.of(one, other))))
                .withSite(0);
    }

    private static Simulated simulated(Scenario scenario) {
        return new Simulation(scenario, TRIALS, 20261128).run(2, done -> {});
    }

    /** The mean over how many of all the first site brings, each as likely as the binomial distribution says. */
    private static double expected(double share, IntToDoubleFunction figure) {
        double likely = Math.pow(1 - share, PARTICIPANTS);
        double mean = 0;
        for (int brought = 0; brought <= PARTICIPANTS; brought++) {
            mean += likely * figure.applyAsDouble(brought);
            likely *= (PARTICIPANTS - brought) / (brought + 1.0) * share / (1 - share);
        }
        return mean;
    }

    private static double incomplete(int one) {
        int other = PARTICIPANTS - one;
        return (one % 2 + other % 2) / (double) ((one > 0 ? 1 : 0) + (other > 0 ? 1 : 0));
    }

    /** At a site the first of a block of two is a toss and the second is certain. */
    private static double guessed(int one) {
        int certain = one / 2 + (PARTICIPANTS - one) / 2;
        return (certain + (PARTICIPANTS - certain) / 2.0) / PARTICIPANTS;
    }

    private static double within(int one) {
        return (one % 2 + (PARTICIPANTS - one) % 2) / 2.0;
    }

    @Test
    void figuresOfSitesThatBringUnequallyManyAreThoseThatCanBeComputed() {
        for (int[] bring : new int[][] {{1, 1}, {9, 1}, {49, 1}}) {
            Simulated found = simulated(sites(bring[0], bring[1]));
            double share = bring[0] / (double) (bring[0] + bring[1]);

            assertFigure(found, "incomplete-blocks", expected(share, ExpectedParticipantsTest::incomplete));
            assertFigure(found, "correct-guess-site", expected(share, ExpectedParticipantsTest::guessed));
            assertFigure(found, "within-stratum-range", expected(share, ExpectedParticipantsTest::within));
        }
    }

    private static void assertFigure(Simulated found, String name, double expected) {
        double error = 3.5 * Objects.requireNonNull(found.figure(name).error());
        assertThat(found.figure(name).value()).as(name).isCloseTo(expected, offset(error + 1e-6));
    }

    @Test
    void equalNumbersAreAsNoneAndOnlyTheirProportionCounts() {
        List<Figure> without = simulated(EQUAL.withSite(0)).figures();

        assertThat(simulated(sites(7, 7)).figures()).isEqualTo(without);
        assertThat(simulated(sites(30, 10)).figures())
                .isEqualTo(simulated(sites(3, 1)).figures())
                .isNotEqualTo(without);
    }

    @Test
    void aReportSaysWhatWasExpected() {
        Report report = new SideBySide(Text.same("x"), List.of(sites(3, 1)), 10, 0, 1).run(1, (method, done, of) -> {});

        assertThat(report.facts()).containsValue("f1: 1 75%, 2 25%");
    }
}
