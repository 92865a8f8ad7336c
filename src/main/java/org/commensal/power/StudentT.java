package org.commensal.power;

/** Student's distribution; infinitely many degrees of freedom give the normal one. */
public final class StudentT {

    private StudentT() {}

    /** The probability of a value of at most {@code t}. */
    public static double below(double t, double degrees) {
        if (Double.isInfinite(degrees)) {
            return Normal.below(t);
        }
        double tail = Beta.regularised(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
        return t < 0 ? tail : 1 - tail;
    }

    /** The value that a test on both sides at this level must exceed. */
    public static double critical(double alpha, double degrees) {
        double normal = -Normal.quantile(alpha / 2);
        return Double.isInfinite(degrees)
                ? normal
                : Monotone.solve(t -> below(t, degrees), 1 - alpha / 2, 0, normal + 1);
    }

    /** The probability of a value of at most {@code t} where the mean over its standard error is {@code shift}. */
    static double below(double t, double degrees, double shift) {
        return Quadrature.scaleMean(degrees, s -> Normal.below(t * s - shift));
    }
}
