package org.commensal.export.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Feature.Kind;

/** A number of each subject, looked at as an order and, where there are few numbers, each by itself. */
final class CountFeatures {

    /** A column of more values is one of numbers or of names, and is not cut into its values. */
    static final int MOST_LEVELS = 40;
    /** A value that fewer have tells nothing that could be tested. */
    static final int FEWEST = 3;

    private CountFeatures() {}

    /** Of something that is there or not, and how often. */
    static List<Feature> counts(String name, Kind kind, double[] counts) {
        boolean[] any = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            any[i] = counts[i] > 0;
        }
        List<Feature> features = new ArrayList<>(List.of(Feature.presence(name, kind, any)));
        features.addAll(numbers(name, kind, counts));
        return features;
    }

    /** @param numbers {@code NaN} where a subject has none */
    static List<Feature> numbers(String name, Kind kind, double[] numbers) {
        Map<Double, BitSet> each = new TreeMap<>();
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isNaN(numbers[i])) {
                each.computeIfAbsent(numbers[i], number -> new BitSet()).set(i);
            }
        }
        List<Feature> features = new ArrayList<>(List.of(Feature.rank(name + ", number", kind, numbers)));
        if (each.size() <= MOST_LEVELS) {
            each.forEach((number, having) ->
                    features.addAll(level(name + " = " + written(number), kind, having, numbers.length)));
        }
        return features;
    }

    private static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** One value, where there are enough who have it. */
    static List<Feature> level(String name, Kind kind, BitSet having, int subjects) {
        if (having.cardinality() < FEWEST) {
            return List.of();
        }
        boolean[] truths = new boolean[subjects];
        having.stream().forEach(i -> truths[i] = true);
        return List.of(Feature.level(name, kind, truths));
    }
}
