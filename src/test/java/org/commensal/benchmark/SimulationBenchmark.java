package org.commensal.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.commensal.allocation.simulation.Proposal;
import org.commensal.allocation.simulation.Scenario;
import org.commensal.allocation.simulation.Simulation;

/**
 * Measures how long 1,000 trials of 500 participants take with every figure of the allocation, on one core: minimisation
 * by the range, three arms, factors of 2, 2 and 3 levels; against a loop written by hand for just this, which measures
 * the overall range alone. Prints one row of {@code src/docs/benchmarks.md}.
 */
public final class SimulationBenchmark {

    private static final int TRIALS = 1_000;
    private static final int PARTICIPANTS = 500;
    private static final int[] LEVELS = {2, 2, 3};
    private static final int ARMS = 3;
    private static final int WARM_UP = 3;
    private static final int RUNS = 5;

    private SimulationBenchmark() {}

    public static void main(String[] arguments) {
        Map<String, Object> method = Map.of("method", "minimisation", "measure", "range", "probability", "4/5");
        Scenario scenario = Scenario.of(
                new Proposal(method).scheme(List.of(1, 1, 1), List.of(2, 2, 3), fault -> {
                    throw new IllegalStateException(fault.what());
                }),
                PARTICIPANTS,
                Map.of());
        double ours = median(run -> new Simulation(scenario, TRIALS, run)
                .run(1, done -> {})
                .figure("mean-range")
                .value());
        double floor = median(SimulationBenchmark::byHand);
        System.out.printf(
                Locale.ROOT,
                "| 1,000 trials of 500, minimisation, every figure, against a loop by hand | %.2f s, %.2f s, %.1f times |%n",
                ours,
                floor,
                ours / floor);
    }

    private static double byHand(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sum = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] total = new int[ARMS];
            int[][][] counts = new int[LEVELS.length][ARMS][ARMS];
            for (int participant = 0; participant < PARTICIPANTS; participant++) {
                allocate(random, counts, total);
            }
            Arrays.sort(total);
            sum += total[ARMS - 1] - total[0];
        }
        return sum / TRIALS;
    }

    private static void allocate(SplittableRandom random, int[][][] counts, int[] total) {
        int[][] rows = new int[LEVELS.length][];
        for (int factor = 0; factor < LEVELS.length; factor++) {
            rows[factor] = counts[factor][random.nextInt(LEVELS[factor])];
        }
        int[] scores = new int[ARMS];
        for (int arm = 0; arm < ARMS; arm++) {
            for (int[] row : rows) {
                row[arm]++;
                scores[arm] += Math.max(row[0], Math.max(row[1], row[2])) - Math.min(row[0], Math.min(row[1], row[2]));
                row[arm]--;
            }
        }
        int arm = pick(random, scores);
        for (int[] row : rows) {
            row[arm]++;
        }
        total[arm]++;
    }

    private static int pick(SplittableRandom random, int[] scores) {
        int least = Math.min(scores[0], Math.min(scores[1], scores[2]));
        int tied = 0;
        for (int score : scores) {
            tied += score == least ? 1 : 0;
        }
        boolean best = tied == ARMS || random.nextInt(5) < 4;
        int place = random.nextInt(best ? tied : ARMS - tied);
        int arm = 0;
        while ((scores[arm] == least) != best || place-- > 0) {
            arm++;
        }
        return arm;
    }

    private static double median(IntToDoubleFunction simulate) {
        double[] seconds = new double[WARM_UP + RUNS];
        for (int run = 0; run < seconds.length; run++) {
            long begin = System.nanoTime();
            double range = simulate.applyAsDouble(run);
            seconds[run] = (System.nanoTime() - begin) / 1e9;
            if (range < 1.3 || range > 1.9) {
                throw new IllegalStateException("the arms differ by " + range + ", which minimisation does not give");
            }
        }
        return Arrays.stream(seconds)
                .skip(WARM_UP)
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }
}
