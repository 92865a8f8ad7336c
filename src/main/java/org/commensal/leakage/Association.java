package org.commensal.leakage;

import java.util.Arrays;
import java.util.List;

/**
 * How strongly features go together with the arm, each by itself, and how strongly they would by chance.
 *
 * <p>The statistic is the correlation ratio: the root of the share of the variance that lies between arms. Of a feature
 * with two values it is Cramér's V of its table with the arms; of ranks it is the root of Kruskal and Wallis' H over n − 1;
 * of two arms both are |r|. So all features are on one scale, whatever the number of arms.
 *
 * <p>The p-values are those of Westfall and Young (Resampling-Based Multiple Testing, Wiley 1993), single-step max-T: the
 * largest statistic over all features, in each reference allocation, is what every feature is held against. They control
 * the family-wise error however the features depend on each other.
 */
final class Association {

    /** Sums in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private final Allocations allocations;
    private final int features;
    /** Subject by subject, so that the inner loop runs over features. */
    private final double[][] rows;

    private final double[][] sums;

    /** @param standardised a feature an entry */
    Association(List<double[]> standardised, Allocations allocations) {
        this.allocations = allocations;
        this.features = standardised.size();
        this.rows = new double[allocations.subjects()][features];
        this.sums = new double[allocations.arms()][features];
        for (int feature = 0; feature < features; feature++) {
            double[] values = standardised.get(feature);
            for (int subject = 0; subject < rows.length; subject++) {
                rows[subject][feature] = values[subject];
            }
        }
    }

    double[] statistics() {
        return Arrays.stream(squares(allocations.actual())).map(Math::sqrt).toArray();
    }

    /** The adjusted p-value of each feature. */
    double[] adjusted() {
        double[] observed = squares(allocations.actual());
        double[] largest = Arrays.stream(allocations.references())
                .mapToDouble(
                        reference -> Arrays.stream(squares(reference)).max().orElse(0))
                .sorted()
                .toArray();
        return Arrays.stream(observed)
                .map(square -> (1.0 + atLeast(largest, square - ROUNDING)) / (1 + largest.length))
                .toArray();
    }

    private static int atLeast(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        return sorted.length - (place < 0 ? -place - 1 : place);
    }

    private double[] squares(byte[] arms) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int subject = 0; subject < rows.length; subject++) {
            add(sums[arms[subject]], rows[subject]);
        }
        double[] squares = new double[features];
        int[] sizes = allocations.sizes(arms);
        for (int arm = 0; arm < sums.length; arm++) {
            if (sizes[arm] > 0) {
                addSquares(squares, sums[arm], sizes[arm]);
            }
        }
        return squares;
    }

    private static void add(double[] sum, double[] row) {
        for (int feature = 0; feature < sum.length; feature++) {
            sum[feature] += row[feature];
        }
    }

    private static void addSquares(double[] squares, double[] sum, int size) {
        for (int feature = 0; feature < sum.length; feature++) {
            squares[feature] += sum[feature] * sum[feature] / size;
        }
    }
}
