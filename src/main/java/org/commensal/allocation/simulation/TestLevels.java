package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.commensal.allocation.simulation.Adjustment.Explained;
import org.commensal.allocation.simulation.Outcome.Shift;
import org.commensal.power.FisherF;

/**
 * How often a test at the level .05 finds a difference that is not there: F-tests of the arms without and with the
 * factors in the model, and the re-randomisation test (Rosenberger and Lachin 2016, chapter 6).
 *
 * <p>The re-randomisation test allocates the same participants again many times and ranks what it observed among that.
 * Here each group of participants is allocated anew {@value #REFERENCE} times, the first of which is observed, and has
 * several outcomes; standard errors are those of the groups.
 */
public final class TestLevels {

    private static final double LEVEL = 0.05;
    private static final int REFERENCE = 199;
    static final int OUTCOMES = 20;
    private static final int SHIFTS = Shift.values().length;

    private static final Trial.Observer UNSEEN = (participant, weights, sum, levels, stratum) -> {};

    private final Scenario scenario;
    private final Outcome outcome;
    private final long seed;

    public TestLevels(Scenario scenario, Outcome outcome, long seed) {
        this.scenario = scenario;
        this.outcome = outcome;
        this.seed = seed;
    }

    /** A test, in the order of the figures. */
    private enum Test {
        UNADJUSTED,
        ADJUSTED,
        RE_RANDOMISATION
    }

    /**
     * Simulates so many groups of participants, with {@value #OUTCOMES} outcomes each.
     *
     * @param done is told how many groups have ended
     * @return for each test and shift a figure, as {@code type-one-adjusted-linear}
     */
    public List<Figure> run(int groups, int threads, IntConsumer done) {
        double[][] rows = new double[groups][];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Simulation.parallel(threads, () -> {
            Group group = new Group();
            for (int at = next.getAndIncrement(); at < groups; at = next.getAndIncrement()) {
                rows[at] = group.run(new Chance(seed, -1L - at));
                synchronized (ended) {
                    done.accept(ended.incrementAndGet());
                }
            }
            return group;
        });
        return figures(rows);
    }

    private static List<Figure> figures(double[][] rows) {
        List<Figure> figures = new ArrayList<>();
        for (Test test : Test.values()) {
            for (Shift shift : Shift.values()) {
                int place = test.ordinal() * SHIFTS + shift.ordinal();
                double mean = Arrays.stream(rows)
                        .mapToDouble(row -> row[place])
                        .average()
                        .orElse(Double.NaN);
                double squares = Arrays.stream(rows)
                        .mapToDouble(row -> (row[place] - mean) * (row[place] - mean))
                        .sum();
                double error = Math.sqrt(squares / Math.max(1, rows.length - 1) / rows.length);
                figures.add(new Figure("type-one-" + key(test) + "-" + key(shift), mean, error));
            }
        }
        return figures;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One group of participants after another, with all that is allocated to them and all their outcomes. */
    private final class Group {

        private final Trial trial = new Trial(scenario);
        private final int n = scenario.participants();
        private final int arms = trial.tallies.arms();
        private final byte[][] allocated = new byte[REFERENCE + 1][n];
        private final int[][] sizes = new int[REFERENCE + 1][];
        private final Adjustment adjustment = new Adjustment(trial.tallies);
        private final double[] y = new double[n];
        private final double[] noise = new double[n];
        private final byte[] expectsFirst = new byte[n];
        private final double[][] shifts = new double[SHIFTS][n];
        /** By allocation and arm, of the noise; and by shift before that. A sum of both is that of the outcome. */
        private final double[][] noiseSums = new double[REFERENCE + 1][arms];

        private final double[][][] shiftSums = new double[SHIFTS][REFERENCE + 1][arms];

        /** The share of outcomes in which each test finds a difference, by test and shift. */
        double[] run(Chance chance) {
            trial.run(chance, UNSEEN);
            for (int again = REFERENCE; ; again--) {
                for (int participant = 0; participant < n; participant++) {
                    allocated[again][participant] = (byte) trial.arms[participant];
                }
                sizes[again] = trial.tallies.total.clone();
                if (again == 0) {
                    break;
                }
                trial.allocate(chance, again > 1 ? UNSEEN : this::guess);
            }
            for (Shift shift : Shift.values()) {
                double[] of = shifts[shift.ordinal()];
                for (int participant = 0; participant < n; participant++) {
                    of[participant] = outcome.shift(shift, participant, n, expectsFirst[participant]);
                }
                sum(of, shiftSums[shift.ordinal()]);
            }
            double[] found = new double[Test.values().length * SHIFTS];
            for (int each = 0; each < OUTCOMES; each++) {
                for (int participant = 0; participant < n; participant++) {
                    noise[participant] = chance.normal() + outcome.expected(trial.tallies, trial.strata[participant]);
                }
                sum(noise, noiseSums);
                for (Shift shift : Shift.values()) {
                    find(shift.ordinal(), found);
                }
            }
            return found;
        }

        /** What somebody expects who sees the allocations of this participant's stream. */
        private void guess(int participant, long[] weights, long sum, int[] levels, int stratum) {
            expectsFirst[participant] = (byte)
                    (scenario.scheme().stratifies()
                            ? trial.tallies.expectsFirst(trial.tallies.strata, stratum * arms)
                            : trial.tallies.expectsFirst(trial.tallies.total, 0));
        }

        /** Sums these values by allocation and arm. */
        private void sum(double[] values, double[][] sums) {
            for (int again = 0; again <= REFERENCE; again++) {
                double[] ofArms = sums[again];
                byte[] arm = allocated[again];
                Arrays.fill(ofArms, 0);
                for (int participant = 0; participant < n; participant++) {
                    ofArms[arm[participant]] += values[participant];
                }
            }
        }

        private void find(int shift, double[] found) {
            double all = 0;
            double squares = 0;
            for (int participant = 0; participant < n; participant++) {
                y[participant] = noise[participant] + shifts[shift][participant];
                all += y[participant];
                squares += y[participant] * y[participant];
            }
            double observed = between(shift, 0);
            double byArms = observed - all * all / n;
            double degrees = n - arms;
            double f = byArms / (arms - 1) / ((squares - observed) / degrees);
            boolean[] differs = {
                beyond(f, arms - 1.0, degrees), adjusted(all, squares), rank(shift, observed) <= LEVEL * (REFERENCE + 1)
            };
            for (int test = 0; test < differs.length; test++) {
                found[test * SHIFTS + shift] += differs[test] ? 1.0 / OUTCOMES : 0;
            }
        }

        private boolean adjusted(double all, double squares) {
            double[] sums = new double[adjustment.columns()];
            Tallies tallies = trial.tallies;
            for (int participant = 0; participant < n; participant++) {
                sums[trial.arms[participant]] += y[participant];
                for (int factor = 0; factor < tallies.factors(); factor++) {
                    int level = tallies.firstLevel(factor) + tallies.level(factor, trial.strata[participant]);
                    int column = adjustment.column(level);
                    if (column >= 0) {
                        sums[column] += y[participant];
                    }
                }
            }
            Explained explained = adjustment.explained(sums, all, squares);
            return beyond(explained.f(), explained.arms(), explained.degrees());
        }

        private static boolean beyond(double f, double between, double within) {
            return 1 - FisherF.below(f, between, within) <= LEVEL;
        }

        /** How many of all allocations, the observed one included, are as extreme; those of equal rank all count. */
        private int rank(int shift, double observed) {
            int rank = 1;
            for (int again = 1; again <= REFERENCE; again++) {
                rank += between(shift, again) >= observed - 1e-9 ? 1 : 0;
            }
            return rank;
        }

        /** The sum of squares that the means of the arms explain, with that of the overall mean. */
        private double between(int shift, int again) {
            double between = 0;
            for (int each = 0; each < arms; each++) {
                int size = sizes[again][each];
                double sum = noiseSums[again][each] + shiftSums[shift][again][each];
                between += size == 0 ? 0 : sum * sum / size;
            }
            return between;
        }
    }
}
