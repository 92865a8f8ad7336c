package org.commensal.allocation.simulation;

import java.util.Arrays;

/**
 * The linear model of arms and factor levels in one trial: what imbalance costs, and what adjusted tests find.
 *
 * <p>Its columns are the arms, then each level but the first of each factor; products of columns are counts.
 */
final class Adjustment {

    private static final double SINGULAR = 1e-9;

    private final Tallies tallies;
    private final int arms;
    private final int columns;
    private final double[][] products;
    private final int[] used;

    Adjustment(Tallies tallies) {
        this.tallies = tallies;
        this.arms = tallies.arms();
        int[] levels = new int[tallies.levels.length / arms];
        Arrays.fill(levels, -1);
        int next = arms;
        for (int factor = 0; factor < tallies.factors(); factor++) {
            for (int level = tallies.firstLevel(factor) + 1; level < tallies.firstLevel(factor + 1); level++) {
                levels[level] = next++;
            }
        }
        this.columns = next;
        this.used = levels;
        this.products = new double[columns][columns + 1];
    }

    int columns() {
        return columns;
    }

    /** The column of a level, or −1 for the first of its factor. */
    int column(int level) {
        return used[level];
    }

    private void count() {
        for (double[] row : products) {
            Arrays.fill(row, 0);
        }
        for (int arm = 0; arm < arms; arm++) {
            products[arm][arm] = tallies.total[arm];
        }
        int strata = tallies.strata.length / arms;
        for (int stratum = 0; stratum < strata; stratum++) {
            int all = 0;
            for (int arm = 0; arm < arms; arm++) {
                all += tallies.strata[stratum * arms + arm];
            }
            if (all > 0) {
                count(stratum, all);
            }
        }
    }

    private void count(int stratum, int all) {
        for (int factor = 0; factor < tallies.factors(); factor++) {
            int column = used[tallies.firstLevel(factor) + tallies.level(factor, stratum)];
            if (column < 0) {
                continue;
            }
            for (int arm = 0; arm < arms; arm++) {
                products[arm][column] += tallies.strata[stratum * arms + arm];
                products[column][arm] = products[arm][column];
            }
            for (int other = 0; other < tallies.factors(); other++) {
                int beside = used[tallies.firstLevel(other) + tallies.level(other, stratum)];
                if (beside >= 0) {
                    products[column][beside] += all;
                }
            }
        }
    }

    /**
     * Participants lost to imbalance: the variance of a difference of two arms, adjusted for the factors, is that of a
     * balanced trial with so many fewer (Atkinson, Statistical Science 2014;29:184), mean of all pairs of arms.
     *
     * @return not a number where some arm cannot be compared
     */
    double loss(double[] planned) {
        count();
        sweepFactors();
        double n = Arrays.stream(planned).sum();
        double[][] variance = inverseOfArms();
        double sum = 0;
        for (int one = 0; one < arms; one++) {
            for (int two = one + 1; two < arms; two++) {
                double variances = variance[one][one] + variance[two][two] - 2 * variance[one][two];
                sum += n - n * (1 / planned[one] + 1 / planned[two]) / variances;
            }
        }
        return 2 * sum / (arms * (arms - 1));
    }

    /** Takes out what the factors explain (Gauss and Jordan); a column that others explain is left alone. */
    private void sweepFactors() {
        for (int column = arms; column < columns; column++) {
            sweep(products, column, columns + 1);
        }
    }

    private static boolean sweep(double[][] rows, int pivot, int width) {
        double size = rows[pivot][pivot];
        if (size < SINGULAR) {
            return false;
        }
        for (int row = 0; row < rows.length; row++) {
            double times = rows[row][pivot] / size;
            if (row != pivot && times != 0) {
                for (int column = 0; column < width; column++) {
                    rows[row][column] -= times * rows[pivot][column];
                }
            }
        }
        return true;
    }

    private double[][] inverseOfArms() {
        double[][] rows = new double[arms][2 * arms];
        for (int arm = 0; arm < arms; arm++) {
            System.arraycopy(products[arm], 0, rows[arm], 0, arms);
            rows[arm][arms + arm] = 1;
        }
        for (int arm = 0; arm < arms; arm++) {
            if (!sweep(rows, arm, 2 * arms)) {
                Arrays.stream(rows).forEach(row -> Arrays.fill(row, Double.NaN));
            }
        }
        double[][] inverse = new double[arms][arms];
        for (int arm = 0; arm < arms; arm++) {
            for (int other = 0; other < arms; other++) {
                inverse[arm][other] = rows[arm][arms + other] / rows[arm][arm];
            }
        }
        return inverse;
    }

    /**
     * What the arms explain of the outcome once the factors are in the model.
     *
     * @param sums of the outcome by column
     * @param all of the outcome, and {@code squares} of it
     */
    Explained explained(double[] sums, double all, double squares) {
        count();
        for (int column = 0; column < columns; column++) {
            products[column][columns] = sums[column];
        }
        double n = Arrays.stream(tallies.total).sum();
        int factors = 0;
        double byMean = all * all / n;
        double[][] centred = centred(n, all);
        double byFactors = byMean;
        for (int column = arms; column < columns; column++) {
            double gain = centred[column][columns] * centred[column][columns] / centred[column][column];
            if (sweep(centred, column, columns + 1)) {
                byFactors += gain;
                factors++;
            }
        }
        double byArms = 0;
        int groups = 0;
        for (int arm = 1; arm < arms; arm++) {
            double gain = centred[arm][columns] * centred[arm][columns] / centred[arm][arm];
            if (sweep(centred, arm, columns + 1)) {
                byArms += gain;
                groups++;
            }
        }
        return new Explained(byArms, groups, squares - byFactors - byArms, n - 1 - factors - groups);
    }

    /** The products of the deviations from the means of the columns and of the outcome. */
    private double[][] centred(double n, double all) {
        double[][] centred = new double[columns][];
        for (int row = 0; row < columns; row++) {
            centred[row] = products[row].clone();
            for (int column = 0; column < columns; column++) {
                centred[row][column] -= products[row][row] * products[column][column] / n;
            }
            centred[row][columns] -= products[row][row] * all / n;
        }
        return centred;
    }

    /** Sums of squares with their degrees of freedom, for an F-test. */
    record Explained(double byArms, int arms, double left, double degrees) {

        double f() {
            return byArms / arms / (left / degrees);
        }
    }
}
