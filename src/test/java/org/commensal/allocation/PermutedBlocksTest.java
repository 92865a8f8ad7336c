package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact, by walking every sequence of a block with its probability. */
class PermutedBlocksTest {

    /**
     * What is known of the best guess and of forced allocations, each averaged over the block: for 1:1 Blackwell and
     * Hodges, Annals of Mathematical Statistics 1957;28:449; size 20 agrees with Zhao and others, Contemporary Clinical
     * Trials 2012, table III (.616 to .617 and .090 to .091).
     */
    @ParameterizedTest(name = "{0} in blocks of {1}: guess {2}, forced {3}")
    @CsvSource({
        "1:1, 2, 0.750000, 0.500000",
        "1:1, 4, 0.708333, 0.333333",
        "1:1, 6, 0.683333, 0.250000",
        "1:1, 8, 0.666071, 0.200000",
        "1:1, 20, 0.616887, 0.090909",
        "1:1:1, 3, 0.611111, 0.333333",
        "1:1:1, 6, 0.561111, 0.200000",
        "2:1, 3, 0.777778, 0.444444",
        "2:1:1, 4, 0.645833, 0.291667",
        "2:1:1, 8, 0.602083, 0.171429"
    })
    void areAsPredictableAsPublishedAndKeepTheRatioAtEachStep(String ratio, int size, String guess, String forced) {
        PermutedBlocks method = blocks(ratio, size);
        Exact guessed = Exact.ZERO;
        Exact certain = Exact.ZERO;
        Map<List<Long>, Reached> states = Map.of(weights(method.begin()), new Reached(method.begin(), Exact.ONE));
        for (int step = 0; step < size; step++) {
            for (Map.Entry<List<Long>, Reached> state : states.entrySet()) {
                Exact best = Exact.of(Collections.max(state.getKey()), sum(state.getKey()));
                guessed = guessed.plus(state.getValue().probability().times(best));
                certain = certain.plus(best.equals(Exact.ONE) ? state.getValue().probability() : Exact.ZERO);
            }
            for (int arm = 0; arm < method.design().arms().size(); arm++) {
                assertThat(probability(states, arm))
                        .isEqualTo(Exact.of(
                                method.design().ratio().get(arm),
                                method.design().total()));
            }
            states = next(states);
        }
        assertThat(states).containsOnlyKeys(weights(method.begin()));
        assertThat(guessed.times(Exact.of(1, size)).rounded(6)).isEqualTo(guess);
        assertThat(certain.times(Exact.of(1, size)).rounded(6)).isEqualTo(forced);
    }

    private record Reached(Course course, Exact probability) {}

    private static List<Long> weights(Course course) {
        return Arrays.stream(course.weights(new int[2], (label, bound) -> 0))
                .boxed()
                .toList();
    }

    private static Exact probability(Map<List<Long>, Reached> states, int arm) {
        return states.entrySet().stream()
                .map(state -> state.getValue()
                        .probability()
                        .times(Exact.of(state.getKey().get(arm), sum(state.getKey()))))
                .reduce(Exact.ZERO, Exact::plus);
    }

    private static Map<List<Long>, Reached> next(Map<List<Long>, Reached> states) {
        Map<List<Long>, Reached> following = new HashMap<>();
        states.forEach((weights, reached) -> {
            for (int arm = 0; arm < weights.size(); arm++) {
                if (weights.get(arm) > 0) {
                    Course course = reached.course().copy();
                    weights(course);
                    course.allocated(new int[2], arm);
                    Exact share = Exact.of(weights.get(arm), sum(weights));
                    following.merge(
                            weights(course.copy()),
                            new Reached(course, reached.probability().times(share)),
                            (a, b) -> new Reached(a.course(), a.probability().plus(b.probability())));
                }
            }
        });
        return following;
    }

    @Test
    void ofSizesAtRandomAreEachCompleteAndOfEitherSizeAboutEquallyOften() {
        AllocationScheme scheme = Schemes.scheme(List.of(2, 1), "method: permuted-blocks\nblock-sizes: [3, 6]");
        Map<String, List<Allocation>> streams =
                Schemes.ledger(scheme, Schemes.SEED, 3_000).stream().collect(Collectors.groupingBy(Allocation::stream));
        assertThat(streams).hasSize(6);
        Map<Integer, Integer> sizes = new HashMap<>();
        streams.values().forEach(stream -> blocks(stream).forEach(block -> {
            Map<ArmCode, Long> counts =
                    block.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(counts.get(new ArmCode("A"))).isEqualTo(2 * counts.getOrDefault(new ArmCode("B"), 0L));
            sizes.merge(block.size(), 1, Integer::sum);
        }));
        assertThat(sizes).containsOnlyKeys(3, 6);
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(sizes.get(3)).isBetween(all * 2 / 5, all * 3 / 5);
    }

    /** The arms of each block that was filled: one ends where a single slot was left. */
    private static List<List<ArmCode>> blocks(List<Allocation> stream) {
        List<List<ArmCode>> blocks = new ArrayList<>();
        List<ArmCode> block = new ArrayList<>();
        for (Allocation allocation : stream) {
            block.add(allocation.arm());
            if (sum(allocation.weights()) == 1) {
                blocks.add(block);
                block = new ArrayList<>();
            }
        }
        return blocks;
    }

    private static PermutedBlocks blocks(String ratio, int size) {
        Integer[] shares =
                Arrays.stream(ratio.split(":", -1)).map(Integer::valueOf).toArray(Integer[]::new);
        return new PermutedBlocks(Schemes.design(shares), List.of(size), List.of(1));
    }

    private static long sum(List<Long> weights) {
        return weights.stream().mapToLong(Long::longValue).sum();
    }
}
