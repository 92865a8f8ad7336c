package org.commensal.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.commensal.power.Means.Basis;
import org.commensal.power.Proportions.Test;
import org.commensal.power.Rates.Null;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures of R (power.t.test, pwr, rpact, mvtnorm, power.prop.test) for a trial of monthly migraine days in three arms.
 * Those of mvtnorm are Monte-Carlo: right to 1e-4 in a critical value, and to 1e-2 in the size that follows from it.
 */
class ReferenceTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final double[] EQUAL = {1, 1, 1};
    private static final Rates COUNTS = new Rates(8, 6.4, 0.35, 1, 1, 0.05);
    private static final Proportions RESPONDERS = new Proportions(0.3, 0.5, 0.05);

    private record Figure(String name, double expected, double tolerance, DoubleSupplier ours) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Means means(double correlation, Comparison comparison, double... differences) {
        double[] both = differences.length == 0 ? new double[] {1.5, 1.5} : differences;
        return new Means(both, 4.5, correlation, 0.05, EQUAL, comparison);
    }

    private static Figure figure(String name, double expected, double tolerance, DoubleSupplier ours) {
        return new Figure(name, expected, tolerance, ours);
    }

    static Stream<Figure> sizesOfMeans() {
        return Stream.of(
                figure("t-test", 190.09913, 5e-5, () -> size(0, Comparison.SINGLE, Basis.ESTIMATED)),
                figure("correlation .3", 173.07761, 5e-5, () -> size(.3, Comparison.SINGLE, Basis.ESTIMATED)),
                figure("correlation .3, z", 172.11159, 5e-6, () -> size(.3, Comparison.SINGLE, Basis.KNOWN)),
                figure("correlation .5", 142.81743, 5e-5, () -> size(.5, Comparison.SINGLE, Basis.ESTIMATED)),
                figure("correlation .5, z", 141.85021, 5e-6, () -> size(.5, Comparison.SINGLE, Basis.KNOWN)),
                figure("Bonferroni", 168.81433, 5e-5, () -> size(.5, Comparison.BONFERRONI, Basis.ESTIMATED)),
                figure("Dunnett, z", 164.78346, 1e-2, () -> size(.5, Comparison.DUNNETT, Basis.KNOWN)),
                figure("Tukey, z", 177.42312, 5e-5, () -> size(.5, Comparison.TUKEY, Basis.KNOWN)),
                figure("global F", 129.12541, 5e-5, () -> size(.5, Comparison.GLOBAL_F, Basis.ESTIMATED)),
                figure("Cohen's f", .18144368, 5e-9, () -> means(.5, Comparison.GLOBAL_F)
                        .effect()));
    }

    private static double size(double correlation, Comparison comparison, Basis basis) {
        return means(correlation, comparison).size(0.9, basis);
    }

    static Stream<Figure> criticalValues() {
        return Stream.of(
                figure("Dunnett, z", 2.2121832, 1e-4, () -> dunnett(INFINITE, EQUAL)),
                figure("its level", .026954012, 1e-5, () -> 2 * Normal.below(-dunnett(INFINITE, EQUAL))),
                figure("Dunnett, t 60", 2.2653518, 1e-4, () -> dunnett(60, EQUAL)),
                figure("Dunnett, t 120", 2.2384909, 1e-4, () -> dunnett(120, EQUAL)),
                figure("Dunnett, t 300", 2.2226378, 1e-4, () -> dunnett(300, EQUAL)),
                figure("Dunnett, control double", 2.2265289, 1e-4, () -> dunnett(INFINITE, 2, 1, 1)),
                figure("Tukey, z", 2.3437006, 5e-6, () -> AllPairs.critical(.05, 3, INFINITE)),
                figure("Tukey, t 300", 2.3554061, 5e-6, () -> AllPairs.critical(.05, 3, 300)));
    }

    private static double dunnett(double degrees, double... shares) {
        return ManyToOne.of(shares).critical(0.05, degrees);
    }

    static Stream<Figure> powersAtDunnett() {
        return Map.of(100, new double[] {.839245, .550334}, 120, new double[] {.899446, .658804}, 150, new double[] {
                    .952384, .785392
                })
                .entrySet()
                .stream()
                .flatMap(row -> Stream.of(
                        figure(row.getKey() + ", any", row.getValue()[0], 1e-4, () -> means(.5, Comparison.DUNNETT)
                                .disjunctive(row.getKey(), Basis.KNOWN)),
                        figure(row.getKey() + ", all", row.getValue()[1], 1e-4, () -> means(.5, Comparison.DUNNETT)
                                .conjunctive(row.getKey(), Basis.KNOWN))));
    }

    static Stream<Figure> others() {
        return Stream.of(
                figure("one arm differs", .876633, 1e-4, () -> means(.5, Comparison.DUNNETT, 1.5, 0)
                        .disjunctive(150, Basis.KNOWN)),
                figure("counts, reference", 203.0652, 5e-5, () -> COUNTS.size(.9, Null.REFERENCE)),
                figure("counts, true", 207.06524, 5e-6, () -> COUNTS.size(.9, Null.TRUE)),
                figure("counts, ML", 206.62206, 5e-6, () -> COUNTS.size(.9, Null.MAXIMUM_LIKELIHOOD)),
                figure("responders", 123.99861, 5e-5, () -> RESPONDERS.size(.9, Test.NORMAL)),
                figure("responders, arcsine", 124.09402, 5e-5, () -> RESPONDERS.size(.9, Test.ARCSINE)));
    }

    @ParameterizedTest
    @MethodSource({"sizesOfMeans", "criticalValues", "powersAtDunnett", "others"})
    void isReproduced(Figure figure) {
        assertThat(figure.ours().getAsDouble()).isCloseTo(figure.expected(), within(figure.tolerance()));
    }
}
