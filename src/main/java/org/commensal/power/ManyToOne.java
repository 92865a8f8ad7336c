package org.commensal.power;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Comparisons of several arms with one control (Dunnett, Journal of the American Statistical Association 1955;50:1096).
 *
 * <p>They correlate through the control alone: given its mean they are independent, which leaves one integral, and one
 * more where the variance is estimated.
 *
 * @param loadings for each comparison √(n / (n + n₀)), where n₀ is the size of the control; the correlation of two
 *     comparisons is the product of theirs
 */
record ManyToOne(double... loadings) {

    ManyToOne {
        loadings = loadings.clone();
    }

    /** @param shares of the control and then of each other arm */
    static ManyToOne of(double... shares) {
        return new ManyToOne(Arrays.stream(shares)
                .skip(1)
                .map(share -> Math.sqrt(share / (share + shares[0])))
                .toArray());
    }

    /** The value that the largest comparison exceeds, on either side, with probability alpha where no arm differs. */
    double critical(double alpha, double degrees) {
        double[] none = new double[loadings.length];
        return Monotone.solve(c -> noneBeyond(c, degrees, none), 1 - alpha, 0, 3);
    }

    /** The probability that no comparison is beyond {@code c} on either side. */
    double noneBeyond(double c, double degrees, double[] shifts) {
        return mean(degrees, s -> Quadrature.normalMean(u -> product(u, c * s, shifts, false)));
    }

    /** The probability that every comparison is. */
    double allBeyond(double c, double degrees, double[] shifts) {
        return mean(degrees, s -> Quadrature.normalMean(u -> product(u, c * s, shifts, true)));
    }

    private static double mean(double degrees, DoubleUnaryOperator ofScale) {
        return Quadrature.scaleMean(degrees, ofScale);
    }

    private double product(double u, double limit, double[] shifts, boolean beyond) {
        double product = 1;
        for (int i = 0; i < loadings.length; i++) {
            double own = Math.sqrt(1 - loadings[i] * loadings[i]);
            double middle = loadings[i] * u + shifts[i];
            double within = Normal.below((limit - middle) / own) - Normal.below((-limit - middle) / own);
            product *= beyond ? 1 - within : within;
        }
        return product;
    }
}
