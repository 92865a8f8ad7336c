package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commensal.allocation.simulation.ExactFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A million allocations as a sealed seed draws them, over all methods: at each step of the streams of many seeds, each
 * arm comes as often as its exact probability says, by a chi-square test at the level 10^-6. Streams are independent, so
 * that the allocations of one step are too, however a method restricts those of one stream.
 */
class MillionDrawsTest {

    private static final int ALLOCATIONS = 84_000;
    private static final int STREAMS_OF_A_SEED = 100;
    /** Of chi-square, by its degrees of freedom, at the level 10^-6. */
    private static final Map<Integer, Double> CRITICAL = Map.of(1, 23.928, 2, 27.631, 3, 30.665);

    private static final String METHODS = """
            complete-randomisation, '', 3:2:1, 12
            permuted-blocks, 'block-sizes: [4, 8]', 2:1:1, 12
            permuted-blocks, 'block-sizes: [6, 12];block-size-weights: [3, 1]', 3:2:1, 12
            block-urn, lambda: 2, 1:1:1, 12
            block-urn, lambda: 2;unequal-ratio: fake-arms, 2:1:1, 12
            big-stick, limit: 2, 1:1:1, 12
            chen, probability: 2/3;limit: 3, 1:1, 12
            efron, probability: 3/4, 1:1, 12
            adjustable-coin, exponent: 2, 1:1, 12
            wei-urn, alpha: 0;beta: 1, 1:1:1:1, 12
            maximal-procedure, limit: 2;length: 12, 1:1:1, 12
            minimisation, measure: range;probability: 4/5;overall-total: true;ties: rank, 1:1:1, 12
            """;

    /** How often each arm came, by step and arm. */
    private static long[][] counted(AllocationScheme scheme, int steps, int streams) {
        List<ArmCode> arms = scheme.arms();
        long[][] counts = new long[steps][arms.size()];
        for (int each = 0; each < streams; each++) {
            Seed seed = new Seed(
                    ByteBuffer.allocate(32).putInt(each / STREAMS_OF_A_SEED).array());
            AllocationStream stream = scheme.open(seed, "s" + each % STREAMS_OF_A_SEED);
            for (int step = 0; step < steps; step++) {
                Allocation next = stream.next(Map.of());
                stream.add(next);
                counts[step][arms.indexOf(next.arm())]++;
            }
        }
        return counts;
    }

    private static double chiSquare(long[] counts, List<Double> probabilities, double all) {
        return IntStream.range(0, counts.length)
                .mapToDouble(
                        arm -> Math.pow(counts[arm] - all * probabilities.get(arm), 2) / (all * probabilities.get(arm)))
                .sum();
    }

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource(textBlock = METHODS)
    void everyArmComesAsOftenAtEachStepAsItShould(String method, String settings, String ratio, int steps) {
        AllocationScheme scheme = OneStream.scheme(method, settings, ratio);
        int streams = ALLOCATIONS / steps;
        List<List<Double>> exact = ExactFigures.of(scheme, steps).ratioTrace();

        long[][] counts = counted(scheme, steps, streams);

        for (int step = 0; step < steps; step++) {
            assertThat(chiSquare(counts[step], exact.get(step), streams))
                    .as("participant %s", step + 1)
                    .isLessThan(CRITICAL.get(scheme.arms().size() - 1));
        }
    }

    @Test
    void thereAreAMillionOverEveryMethodThatDraws() {
        List<String> named = METHODS.lines().map(line -> line.split(",", 2)[0]).toList();

        assertThat((long) named.size() * ALLOCATIONS).isGreaterThanOrEqualTo(1_000_000);
        assertThat(AllocationScheme.methods())
                .extracting(AllocationScheme.Method::name)
                .filteredOn(name -> !name.equals("list"))
                .allMatch(named::contains);
    }

    /** Were an arm drawn three percentage points too often, the test would see it. */
    @Test
    void theTestSeesAnArmThatComesTooOften() {
        long[] counts = {2_543, 2_333, 2_124};

        assertThat(chiSquare(counts, List.of(1 / 3.0, 1 / 3.0, 1 / 3.0), 7_000)).isGreaterThan(27.631);
    }
}
