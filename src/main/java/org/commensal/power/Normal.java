package org.commensal.power;

/** The standard normal distribution. */
public final class Normal {

    private static final double LARGE = 5;
    private static final int FRACTION = 80;

    private Normal() {}

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * The probability of a value of at most {@code x}: by the series of Marsaglia (Journal of Statistical Software
     * 2004;11(4)), and in the tails by the continued fraction of Laplace. What is not a number stays none.
     */
    public static double below(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Math.abs(x) >= LARGE) {
            double beyond = Math.abs(x) > 40 ? 0 : tail(Math.abs(x));
            return x < 0 ? beyond : 1 - beyond;
        }
        double sum = x;
        double term = x;
        for (int odd = 3; sum + term != sum; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    private static double tail(double x) {
        double fraction = x;
        for (int k = FRACTION; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    /**
     * The value below which lies the probability {@code p}, above 0 and below 1: from the approximation 26.2.23 of
     * Abramowitz and Stegun (1964), made exact by Halley's steps.
     */
    public static double quantile(double p) {
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        double t = Math.sqrt(-2 * Math.log(p));
        double x =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int step = 0; step < 4; step++) {
            double error = (below(x) - p) / density(x);
            x -= error / (1 + x * error / 2);
        }
        return x;
    }
}
