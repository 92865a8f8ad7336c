package org.commensal.allocation.simulation;

import java.util.Arrays;
import org.commensal.power.Normal;

/** Watches simulated trials as they run, and measures each when it has ended. */
final class Watch implements Trial.Observer {

    private static final double BITS = 1 / Math.log(2);
    private static final double CRITICAL = Normal.quantile(0.975);
    private static final double PLANNED_POWER = 0.8;
    private static final int TABLE = 4096;
    private static final double[] X_LOG_X = new double[TABLE];
    /** Probabilities are summed as whole numbers of this size, so that the order of the trials does not matter. */
    static final double SCALE = 1L << 32;

    static {
        Arrays.setAll(X_LOG_X, x -> x == 0 ? 0 : x * Math.log(x) * BITS);
    }

    private final Trial trial;
    private final Tallies tallies;
    private final boolean stratifies;
    private final boolean blocks;
    private final double[] planned;
    /** What a participant weighs in the mean of the other arms, and what the first arm weighs more. */
    private final double perOther;

    private final double perFirst;
    private final Adjustment adjustment;
    private final long[] lastSums;
    /** By participant and arm: the probabilities, and their squares, summed over the trials. */
    final long[] probabilities;

    final long[] squares;

    private double guess;
    private double convergence;
    private double atSite;
    private double picked;
    private double entropy;
    private int certain;
    private double running;

    Watch(Scenario scenario, Trial trial) {
        this.trial = trial;
        this.tallies = trial.tallies;
        this.stratifies = scenario.scheme().stratifies();
        this.blocks = scenario.scheme().method().equals("permuted-blocks");
        this.adjustment = new Adjustment(tallies);
        double sum = Arrays.stream(scenario.ratio()).sum();
        this.planned = Arrays.stream(scenario.ratio())
                .mapToDouble(share -> scenario.participants() * share / sum)
                .toArray();
        this.perOther = 1 / (scenario.participants() - planned[0]);
        this.perFirst = 1 / planned[0] + perOther;
        this.lastSums = new long[tallies.strata.length / tallies.arms()];
        this.probabilities = new long[scenario.participants() * tallies.arms()];
        this.squares = new long[probabilities.length];
    }

    void begin() {
        guess = 0;
        convergence = 0;
        atSite = 0;
        picked = 0;
        entropy = 0;
        certain = 0;
        running = 0;
        Arrays.fill(lastSums, 0);
    }

    @Override
    public void see(int participant, long[] weights, long sum, int[] levels, int stratum) {
        running = Math.max(running, tallies.range(tallies.total, 0));
        lastSums[stratum] = sum;
        long most = 0;
        double surprise = 0;
        int place = participant * weights.length;
        for (long weight : weights) {
            most = Math.max(most, weight);
            surprise += xLogX(weight);
            double probability = weight / (double) sum;
            probabilities[place] += (long) (probability * SCALE);
            squares[place] += (long) (probability * probability * SCALE);
            place++;
        }
        guess += most / (double) sum;
        certain += most == sum ? 1 : 0;
        entropy += (xLogX(sum) - surprise) / sum;
        int[] counts = stratifies ? tallies.strata : tallies.total;
        int from = stratifies ? stratum * weights.length : 0;
        convergence += tallies.convergence(counts, from, weights, sum);
        picked += tallies.expectsFirst(counts, from) * (weights[0] / (double) sum * perFirst - perOther);
        if (tallies.site >= 0) {
            int level = tallies.firstLevel(tallies.site) + levels[tallies.site];
            atSite += tallies.convergence(tallies.levels, level * weights.length, weights, sum);
        }
    }

    private static double xLogX(long x) {
        return x < TABLE ? X_LOG_X[(int) x] : x * Math.log(x) * BITS;
    }

    /** What the trial that has ended comes to; not a number where a measure does not apply. */
    void measure(double[] row) {
        double n = trial.arms.length;
        Arrays.fill(row, Double.NaN);
        put(row, Measure.CORRECT_GUESS, guess / n);
        put(row, Measure.CORRECT_GUESS_CONVERGENCE, convergence / n);
        put(row, Measure.DETERMINISTIC_SHARE, certain / n);
        put(row, Measure.ENTROPY, entropy / n);
        double range = tallies.range(tallies.total, 0);
        put(row, Measure.MEAN_RANGE, range);
        put(row, Measure.MEAN_RUNNING_RANGE, Math.max(running, range));
        sizes(row);
        double loss = adjustment.loss(planned);
        put(row, Measure.LOSS, loss);
        put(row, Measure.LOSS_PERCENT, 100 * loss / n);
        put(row, Measure.POWER_LOSS, power(1) - power(1 - loss / n));
        put(row, Measure.SELECTION_BIAS, picked);
        if (tallies.factors() > 0) {
            ranges(row, tallies.levels, Measure.MARGINAL_RANGE, Measure.MARGINAL_RANGE_LARGEST);
            ranges(row, tallies.strata, Measure.WITHIN_STRATUM_RANGE, Measure.WITHIN_STRATUM_RANGE_LARGEST);
        }
        if (tallies.site >= 0) {
            put(row, Measure.CORRECT_GUESS_SITE, atSite / n);
        }
        if (blocks) {
            put(row, Measure.INCOMPLETE_BLOCKS, incomplete());
        }
    }

    /** Of a two-sided comparison at .05 with this share of the information that gives a power of .80. */
    private static double power(double information) {
        double expected = (CRITICAL + Normal.quantile(PLANNED_POWER)) * Math.sqrt(Math.max(0, information));
        return Normal.below(expected - CRITICAL) + Normal.below(-expected - CRITICAL);
    }

    private static void put(double[] row, Measure measure, double value) {
        row[measure.ordinal()] = value;
    }

    private void sizes(double[] row) {
        double squared = 0;
        boolean smaller = false;
        for (int arm = 0; arm < planned.length; arm++) {
            double deviation = tallies.total[arm] - planned[arm];
            squared += deviation * deviation / planned.length;
            smaller |= tallies.total[arm] < Math.floor(planned[arm]);
        }
        put(row, Measure.ARM_SIZE_DEVIATION, squared);
        put(row, Measure.SMALLER_THAN_PLANNED, smaller ? 1 : 0);
    }

    private void ranges(double[] row, int[] counts, Measure mean, Measure largest) {
        double sum = 0;
        double most = 0;
        int groups = counts.length / tallies.arms();
        for (int group = 0; group < groups; group++) {
            double range = tallies.range(counts, group * tallies.arms());
            sum += range;
            most = Math.max(most, range);
        }
        put(row, mean, sum / groups);
        put(row, largest, most);
    }

    /** Of the strata with participants: the last one took a slot of a block that has more. */
    private double incomplete() {
        int used = 0;
        int open = 0;
        for (long sum : lastSums) {
            used += sum > 0 ? 1 : 0;
            open += sum > 1 ? 1 : 0;
        }
        return open / (double) used;
    }
}
