package org.commensal.leakage;

import java.util.Arrays;

/**
 * One respect in which the subjects of a dataset differ, such as whether they have any row in a table.
 *
 * @param name of what was looked at, for those who may read a verdict
 * @param values of each subject, in the order of the subjects; 0 and 1 but for ranks and orders
 */
public record Feature(String name, Kind kind, Shape shape, double[] values) {

    /** What a difference between arms would mean. */
    public enum Kind {
        /** Nothing that treatment should change: what is there, how much of it, when, in which order. */
        STRUCTURE,
        /** An answer that no outcome rests on. Treatment may shift it; an answer that one arm alone gives marks the arm. */
        MARKER,
        /** An answer or a count that treatment is meant, or feared, to change. */
        OUTCOME,
        /** The place of the subject in some order, which must be neither that of randomisation nor one by arm. */
        ORDER
    }

    /** How the values are to be read. */
    public enum Shape {
        /** Whether something is there at all. */
        PRESENCE,
        /** Whether the subject has one value out of several. */
        LEVEL,
        /** A number of which the order counts. */
        RANK
    }

    public static Feature presence(String name, Kind kind, boolean[] there) {
        return new Feature(name, kind, Shape.PRESENCE, numbers(there));
    }

    public static Feature level(String name, Kind kind, boolean[] has) {
        return new Feature(name, kind, Shape.LEVEL, numbers(has));
    }

    /** @param values {@code NaN} where a subject has none, which then stands in the middle */
    public static Feature rank(String name, Kind kind, double[] values) {
        return new Feature(name, kind, Shape.RANK, values);
    }

    public static Feature order(String name, double[] places) {
        return new Feature(name, Kind.ORDER, Shape.RANK, places);
    }

    private static double[] numbers(boolean[] truths) {
        double[] numbers = new double[truths.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = truths[i] ? 1 : 0;
        }
        return numbers;
    }

    /**
     * The values, or their mid-ranks, about their mean and scaled to a sum of squares of 1; empty where all subjects are
     * alike.
     */
    double[] standardised() {
        double[] centred = shape == Shape.RANK ? ranks() : values.clone();
        double mean = Arrays.stream(centred)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = Double.isNaN(centred[i]) ? 0 : centred[i] - mean;
            squares += centred[i] * centred[i];
        }
        if (squares < 1e-9) {
            return new double[0];
        }
        double length = Math.sqrt(squares);
        return Arrays.stream(centred).map(value -> value / length).toArray();
    }

    private double[] ranks() {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : (first(sorted, value) + last(sorted, value)) / 2.0)
                .toArray();
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int last(double[] sorted, double value) {
        return first(sorted, Math.nextUp(value)) - 1;
    }
}
