package org.commensal.power;

import java.util.function.DoubleUnaryOperator;

/** Where an increasing function reaches a value: false position with the Illinois rule (Dowell and Jarratt, BIT 1971;11:168). */
final class Monotone {

    private static final int MOST_STEPS = 200;

    private Monotone() {}

    /**
     * @param low where the function is below the target
     * @param high a first guess of where it is not; it is doubled until it is
     */
    static double solve(DoubleUnaryOperator increasing, double target, double low, double high) {
        double left = low;
        double right = high;
        double below = increasing.applyAsDouble(left) - target;
        double above = increasing.applyAsDouble(right) - target;
        while (above < 0) {
            if (right > 1e12) {
                throw new ArithmeticException("the target " + target + " is not reached");
            }
            left = right;
            below = above;
            right *= 2;
            above = increasing.applyAsDouble(right) - target;
        }
        int side = 0;
        for (int step = 0; step < MOST_STEPS && right - left > 1e-11 * Math.max(1, Math.abs(right)); step++) {
            double middle = (left * above - right * below) / (above - below);
            double value = increasing.applyAsDouble(middle) - target;
            if (Math.abs(value) < 1e-14) {
                return middle;
            }
            if (value < 0) {
                above = side == -1 ? above / 2 : above;
                left = middle;
                below = value;
                side = -1;
            } else {
                below = side == 1 ? below / 2 : below;
                right = middle;
                above = value;
                side = 1;
            }
        }
        return (left + right) / 2;
    }
}
