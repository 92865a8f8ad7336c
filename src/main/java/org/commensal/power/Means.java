package org.commensal.power;

import java.util.Arrays;

/**
 * Power and size of a trial that compares means by analysis of covariance with the outcome's baseline: as by a t-test
 * whose variance is smaller by the factor 1 − ρ² (Borm, Fransen and Lemmens, Journal of Clinical Epidemiology
 * 2007;60:1234).
 *
 * @param differences of each arm from the control; a size is for the smallest that is not 0
 * @param sd within an arm
 * @param correlation of the outcome with its baseline, 0 for none
 * @param shares of the control and then of each other arm in the allocation ratio
 */
public record Means(
        double[] differences, double sd, double correlation, double alpha, double[] shares, Comparison comparison) {

    public Means {
        differences = differences.clone();
        shares = shares.clone();
    }

    /** What a trial of some size can show. */
    public enum Basis {
        /** The standard deviation is estimated: Student's distribution, exactly. */
        ESTIMATED,
        /** The standard deviation is taken as known: the normal distribution. */
        KNOWN
    }

    /** The value that a comparison must exceed, over its standard error; of the global test, the value of F. */
    public double critical(double n, Basis basis) {
        double degrees = degrees(n, basis);
        return switch (comparison) {
            case SINGLE -> StudentT.critical(alpha, degrees);
            case BONFERRONI -> StudentT.critical(alpha / differences.length, degrees);
            case DUNNETT -> ManyToOne.of(shares).critical(alpha, degrees);
            case TUKEY -> AllPairs.critical(alpha, shares.length, degrees);
            case GLOBAL_F -> FisherF.critical(alpha, shares.length - 1.0, total(n) - shares.length);
        };
    }

    /** Of the two arms compared, or of all where all are. */
    public double degrees(double n, Basis basis) {
        boolean pair = comparison == Comparison.SINGLE || comparison == Comparison.BONFERRONI;
        double pairs = n * (shares[0] + shares[1 + target()]) - 2;
        return basis == Basis.KNOWN ? Double.POSITIVE_INFINITY : pair ? pairs : total(n) - shares.length;
    }

    /**
     * The probability to show the smallest difference that is not 0, or by the global test any.
     *
     * @param n participants for each share of the ratio, at least 2; need not be whole
     */
    public double power(double n, Basis basis) {
        double critical = critical(n, basis);
        if (comparison == Comparison.GLOBAL_F) {
            double within = total(n) - shares.length;
            return 1 - FisherF.below(critical, shares.length - 1.0, within, n * spread());
        }
        return 1 - StudentT.below(critical, degrees(n, basis), shifts(n)[target()]);
    }

    /** Participants for each share of the ratio that give this power. */
    public double size(double power, Basis basis) {
        double critical = comparison == Comparison.GLOBAL_F ? 3 : critical(2, Basis.KNOWN);
        double reached = (critical + Normal.quantile(power)) / shifts(1)[target()];
        return basis == Basis.KNOWN && comparison != Comparison.GLOBAL_F
                ? reached * reached
                : Monotone.solve(n -> power(n, basis), power, 2, Math.max(4, reached * reached));
    }

    /** The probability that at least one comparison with the control shows a difference. */
    public double disjunctive(double n, Basis basis) {
        return 1 - ManyToOne.of(shares).noneBeyond(critical(n, basis), degrees(n, basis), shifts(n));
    }

    /** The probability that every comparison with the control does. */
    public double conjunctive(double n, Basis basis) {
        return ManyToOne.of(shares).allBeyond(critical(n, basis), degrees(n, basis), shifts(n));
    }

    /** Cohen's f: the spread of the means over the standard deviation within an arm (Cohen 1988, chapter 8). */
    public double effect() {
        return Math.sqrt(spread() / Arrays.stream(shares).sum());
    }

    private double total(double n) {
        return n * Arrays.stream(shares).sum();
    }

    private double residual() {
        return sd * Math.sqrt(1 - correlation * correlation);
    }

    private int target() {
        int smallest = 0;
        for (int i = 1; i < differences.length; i++) {
            double size = Math.abs(differences[i]);
            if (size > 0 && (differences[smallest] == 0 || size < Math.abs(differences[smallest]))) {
                smallest = i;
            }
        }
        return smallest;
    }

    /** Each difference over its standard error. */
    private double[] shifts(double n) {
        double[] shifts = new double[differences.length];
        Arrays.setAll(
                shifts,
                i -> Math.abs(differences[i])
                        / (residual() * Math.sqrt(1 / (n * shares[0]) + 1 / (n * shares[i + 1]))));
        return shifts;
    }

    /** The noncentrality of the global test for one participant for each share. */
    private double spread() {
        double mean = 0;
        for (int i = 0; i < differences.length; i++) {
            mean += differences[i] * shares[i + 1] / total(1);
        }
        double sum = shares[0] * mean * mean;
        for (int i = 0; i < differences.length; i++) {
            sum += shares[i + 1] * (differences[i] - mean) * (differences[i] - mean);
        }
        return sum / (residual() * residual());
    }
}
