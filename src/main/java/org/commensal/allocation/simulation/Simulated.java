package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of the trials of one scenario: figures with their standard errors, and the distribution of the imbalance. */
public final class Simulated {

    private static final double HIGH = 0.95;
    private static final int BARS = 40;
    private static final int STEPS = 60;
    private static final double PRECISION = 1e5;

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final int[] histogram;
    private final List<Report.Step> trace;

    Simulated(Scenario scenario, double[][] rows, long[] probabilities, long[] squares) {
        for (Measure measure : Measure.values()) {
            double[] values = Arrays.stream(rows)
                    .mapToDouble(row -> row[measure.ordinal()])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 0) {
                add(measure, values);
            }
        }
        ratioDeviation(scenario, rows.length, probabilities, squares);
        this.histogram = histogram(rows);
        this.trace = trace(scenario, rows.length, probabilities);
    }

    private void add(Measure measure, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double error = error(values, mean);
        if (measure == Measure.ARM_SIZE_DEVIATION) {
            double root = Math.sqrt(mean);
            put(new Figure(measure.key(), root, root > 0 ? error / (2 * root) : 0));
            return;
        }
        put(new Figure(measure.key(), mean, error));
        if (measure.isImbalance()) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            put(new Figure(measure.key() + "-95", quantile(sorted, 0), errorOfQuantile(sorted)));
            put(new Figure(measure.key() + "-max", sorted[sorted.length - 1], null));
        }
    }

    private void put(Figure figure) {
        figures.put(figure.name(), figure);
    }

    private static double error(double[] values, double mean) {
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double quantile(double[] sorted, double ranks) {
        double rank = HIGH * (sorted.length - 1) + ranks;
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1, Math.round(rank)))];
    }

    /** By the ranks that lie one standard error of a count away (Woodruff, Journal of the American Statistical Association 1952;47:635). */
    private static double errorOfQuantile(double[] sorted) {
        double ranks = Math.sqrt(sorted.length * HIGH * (1 - HIGH));
        return (quantile(sorted, ranks) - quantile(sorted, -ranks)) / 2;
    }

    /** How far the probability of an arm at some step, over all trials, is from its share of the ratio. */
    private void ratioDeviation(Scenario scenario, int trials, long[] probabilities, long[] squares) {
        int[] ratio = scenario.ratio();
        double sum = Arrays.stream(ratio).sum();
        double most = -1;
        double error = 0;
        for (int place = 0; place < probabilities.length; place++) {
            double mean = probabilities[place] / Watch.SCALE / trials;
            double deviation = Math.abs(mean - ratio[place % ratio.length] / sum);
            if (deviation > most) {
                most = deviation;
                error = Math.sqrt(Math.max(0, squares[place] / Watch.SCALE / trials - mean * mean) / trials);
            }
        }
        put(new Figure("ratio-deviation", most < 1e-8 ? 0 : most, error));
    }

    private static List<Report.Step> trace(Scenario scenario, int trials, long[] probabilities) {
        int arms = scenario.ratio().length;
        int last = scenario.participants() - 1;
        int steps = Math.min(last, STEPS);
        List<Report.Step> trace = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            int participant = (int) ((long) last * step / steps);
            List<Double> ofArms = new ArrayList<>();
            for (int arm = 0; arm < arms; arm++) {
                double mean = probabilities[participant * arms + arm] / Watch.SCALE / trials;
                ofArms.add(Math.rint(mean * PRECISION) / PRECISION);
            }
            trace.add(new Report.Step(participant + 1, ofArms));
        }
        return trace;
    }

    private static int[] histogram(double[][] rows) {
        int[] counts = new int[BARS];
        int last = 0;
        for (double[] row : rows) {
            int bar = (int) Math.min(BARS - 1.0, row[Measure.MEAN_RANGE.ordinal()]);
            counts[bar]++;
            last = Math.max(last, bar);
        }
        return Arrays.copyOf(counts, last + 1);
    }

    /** In the order in which they are read. */
    public List<Figure> figures() {
        return List.copyOf(new ArrayList<>(figures.values()));
    }

    public Figure figure(String name) {
        Figure figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no figure " + name);
        }
        return figure;
    }

    /** The probability of each arm, those before unknown, at the first participant, the last, and evenly between. */
    public List<Report.Step> trace() {
        return trace;
    }

    /** Trials by the difference between the largest and the smallest arm at the end: from 0, from 1, and so on. */
    public int[] histogram() {
        return histogram.clone();
    }
}
