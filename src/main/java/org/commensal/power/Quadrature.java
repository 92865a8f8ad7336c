package org.commensal.power;

import java.util.function.DoubleUnaryOperator;

/** The integral of a smooth function, by Gauss and Legendre's rule of twenty points on each of some equal parts. */
final class Quadrature {

    private static final int POINTS = 20;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
            double slope = 1;
            for (int step = 0; step < 6; step++) {
                double[] legendre = legendre(x);
                slope = POINTS * (x * legendre[0] - legendre[1]) / (x * x - 1);
                x -= legendre[0] / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private Quadrature() {}

    /** Legendre's polynomials of the degrees {@link #POINTS} and one less, by Bonnet's recursion. */
    private static double[] legendre(double x) {
        double before = 1;
        double now = x;
        for (int degree = 2; degree <= POINTS; degree++) {
            double next = ((2 * degree - 1) * x * now - (degree - 1) * before) / degree;
            before = now;
            now = next;
        }
        return new double[] {now, before};
    }

    static double integral(DoubleUnaryOperator function, double from, double to, int parts) {
        double half = (to - from) / parts / 2;
        double sum = 0;
        for (int part = 0; part < parts; part++) {
            double middle = from + (2 * part + 1) * half;
            for (int i = 0; i < POINTS; i++) {
                sum += WEIGHTS[i] * function.applyAsDouble(middle + half * NODES[i]);
            }
        }
        return sum * half;
    }

    /** The mean of a function of a standard normal value. */
    static double normalMean(DoubleUnaryOperator function) {
        return integral(u -> Normal.density(u) * function.applyAsDouble(u), -8.5, 8.5, 4);
    }

    /**
     * The mean of a function of an estimated standard deviation over the true one; infinitely many degrees of freedom
     * know it.
     */
    static double scaleMean(double degrees, DoubleUnaryOperator function) {
        if (Double.isInfinite(degrees)) {
            return function.applyAsDouble(1);
        }
        double half = degrees / 2;
        double constant = Math.log(2) + half * Math.log(half) - Beta.logGamma(half);
        double width = 9 / Math.sqrt(2 * degrees);
        return integral(
                s -> Math.exp(constant + (degrees - 1) * Math.log(s) - half * s * s) * function.applyAsDouble(s),
                Math.max(0, 1 - width),
                1 + width,
                degrees < 20 ? 6 : 2);
    }
}
