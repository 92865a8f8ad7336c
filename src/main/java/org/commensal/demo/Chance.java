package org.commensal.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws from the distributions that the recipe names. The same generator gives the same draws. */
record Chance(RandomGenerator random) {

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    double normal(double mean, double sd) {
        return mean + sd * random.nextGaussian();
    }

    /** A normal that is drawn again while it lies outside; both limits included. */
    double truncatedNormal(double mean, double sd, double least, double most) {
        double drawn = normal(mean, sd);
        while (drawn < least || drawn > most) {
            drawn = normal(mean, sd);
        }
        return drawn;
    }

    /** A lognormal, of which what lies outside is put at the limit. */
    double lognormal(double median, double sdLog, double least, double most) {
        return clip(median * Math.exp(sdLog * random.nextGaussian()), least, most);
    }

    /** A beta, from two gammas. */
    double beta(double alpha, double beta) {
        double one = gamma(alpha);
        return one / (one + gamma(beta));
    }

    /** Marsaglia and Tsang 2000 (ACM Trans Math Softw 26:363), for a shape of at least 1. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** A whole number, both limits included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** One of these, as likely as its weight; in the order of their names, so that a seed decides. */
    String pick(Map<String, Double> weights) {
        List<String> names =
                weights.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        double left = random.nextDouble()
                * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        for (String name : names) {
            left -= weights.getOrDefault(name, 0.0);
            if (left < 0) {
                return name;
            }
        }
        return names.get(names.size() - 1);
    }

    static double clip(double value, double least, double most) {
        return Math.min(most, Math.max(least, value));
    }
}
