package org.commensal.power;

/** The incomplete beta function, from which the distributions of Student and Fisher follow. */
final class Beta {

    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double TINY = 1e-300;
    private static final int MOST_STEPS = 5_000;

    private Beta() {}

    /** The logarithm of the gamma function of a positive number (Lanczos, SIAM Journal on Numerical Analysis 1964;1:86). */
    static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /**
     * The regularised incomplete beta function I<sub>x</sub>(a, b), for {@code x} from 0 to 1: the continued fraction
     * 26.5.8 of Abramowitz and Stegun (1964), by Lentz's method (Applied Optics 1976;15:668).
     */
    static double regularised(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - regularised(1 - x, b, a);
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return front / a * fraction(x, a, b);
    }

    private static double fraction(double x, double a, double b) {
        double up = TINY;
        double down = 0;
        double value = TINY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double coefficient = coefficient(step, x, a, b);
            down = 1 / away(1 + coefficient * down);
            up = away(1 + coefficient / up);
            value *= up * down;
            if (step > 0 && Math.abs(up * down - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double coefficient(int step, double x, double a, double b) {
        if (step == 0) {
            return 1;
        }
        int m = step / 2;
        return step % 2 == 0
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
