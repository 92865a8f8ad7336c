package org.commensal.leakage;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * How well all features together predict the arm of subjects that the prediction did not see: the area under the ROC
 * curve, by five-fold cross-validation, five times.
 *
 * <p>The model is ridge regression of belonging to an arm, which is the first step of a ridge logistic regression from even
 * odds. It is linear in what is predicted, so that the folds are solved once, and each reference allocation costs one
 * product (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, 3.4 and 12.3.7, in its dual form).
 * Of several arms, the one that is predicted best counts.
 */
final class Prediction {

    private static final int FOLDS = 5;
    private static final int REPEATS = 5;
    /** The penalty, in units of the mean squared length of a subject's features. */
    private static final double RIDGE = 1;

    private final Allocations allocations;
    /** For each repeat, how what is known of the others predicts each subject. */
    private final double[][][] weights = new double[REPEATS][][];

    /** @param standardised a feature an entry */
    Prediction(List<double[]> standardised, Allocations allocations, long seed) {
        this.allocations = allocations;
        double[][] kernel = kernel(standardised, allocations.subjects());
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            weights[repeat] = weights(kernel, folds(kernel.length, chance));
        }
    }

    /** The area under the curve of the allocation as it is. */
    double area() {
        return area(allocations.actual());
    }

    /** How often so many references are predicted as well as this. */
    double p(double area, int references) {
        byte[][] some = allocations.references();
        int count = Math.min(references, some.length);
        long reached = Arrays.stream(some, 0, count)
                .filter(reference -> area(reference) >= area - 1e-12)
                .count();
        return (1.0 + reached) / (1 + count);
    }

    private double area(byte[] arms) {
        double[] sums = new double[allocations.arms()];
        for (double[][] repeat : weights) {
            double[][] predicted = predicted(repeat, arms);
            for (int arm = 0; arm < sums.length; arm++) {
                sums[arm] += RocCurve.area(predicted[arm], arms, arm);
            }
        }
        return Arrays.stream(sums).max().orElse(0) / REPEATS;
    }

    /** For each arm, the score of each subject. */
    private double[][] predicted(double[][] weights, byte[] arms) {
        double[][] predicted = new double[allocations.arms()][arms.length];
        double[] sums = new double[allocations.arms()];
        for (int subject = 0; subject < arms.length; subject++) {
            Arrays.fill(sums, 0);
            double[] row = weights[subject];
            for (int other = 0; other < row.length; other++) {
                sums[arms[other]] += row[other];
            }
            for (int arm = 0; arm < sums.length; arm++) {
                predicted[arm][subject] = sums[arm];
            }
        }
        return predicted;
    }

    private static double[][] kernel(List<double[]> features, int subjects) {
        double[][] rows = new double[subjects][features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            for (int subject = 0; subject < subjects; subject++) {
                rows[subject][feature] = features.get(feature)[subject];
            }
        }
        double scale = subjects / (double) features.size();
        double[][] kernel = new double[subjects][subjects];
        for (int i = 0; i < subjects; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = scale * product(rows[i], rows[j]);
                kernel[j][i] = kernel[i][j];
            }
        }
        return kernel;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static int[] folds(int subjects, RandomGenerator chance) {
        int[] folds = new int[subjects];
        for (int i = 0; i < subjects; i++) {
            int j = chance.nextInt(i + 1);
            folds[i] = folds[j];
            folds[j] = i % FOLDS;
        }
        return folds;
    }

    private static double[][] weights(double[][] kernel, int[] folds) {
        double[][] weights = new double[kernel.length][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] known = where(folds, fold, false);
            int[] asked = where(folds, fold, true);
            if (known.length == 0) {
                continue;
            }
            Cholesky solved = Cholesky.of(block(kernel, known, RIDGE));
            for (int subject : asked) {
                double[] solution = solved.solve(at(kernel[subject], known));
                centre(solution);
                weights[subject] = spread(solution, known, kernel.length);
            }
        }
        return weights;
    }

    /** What is predicted is belonging, less the share of the known who belong. */
    private static void centre(double[] solution) {
        double mean = Arrays.stream(solution).average().orElse(0);
        for (int i = 0; i < solution.length; i++) {
            solution[i] -= mean;
        }
    }

    private static int[] where(int[] folds, int fold, boolean in) {
        return IntStream.range(0, folds.length)
                .filter(subject -> (folds[subject] == fold) == in)
                .toArray();
    }

    private static double[][] block(double[][] kernel, int[] places, double diagonal) {
        double[][] block = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            block[i] = at(kernel[places[i]], places);
            block[i][i] += diagonal;
        }
        return block;
    }

    private static double[] at(double[] row, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> row[place]).toArray();
    }

    private static double[] spread(double[] values, int[] places, int length) {
        double[] spread = new double[length];
        for (int i = 0; i < places.length; i++) {
            spread[places[i]] = values[i];
        }
        return spread;
    }
}
