package org.commensal.power;

/** Comparisons of all arms with each other, by the range of their means (Tukey 1953, The problem of multiple comparisons). */
final class AllPairs {

    private AllPairs() {}

    /** The value that the largest of all differences, over its standard error, exceeds with probability alpha. */
    static double critical(double alpha, int arms, double degrees) {
        return Monotone.solve(c -> rangeBelow(c * Math.sqrt(2), arms, degrees), 1 - alpha, 0, 3);
    }

    private static double rangeBelow(double range, int arms, double degrees) {
        return Quadrature.scaleMean(
                degrees,
                s -> arms
                        * Quadrature.normalMean(
                                u -> Math.pow(Normal.below(u) - Normal.below(u - range * s), arms - 1.0)));
    }
}
