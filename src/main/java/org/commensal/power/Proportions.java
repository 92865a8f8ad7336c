package org.commensal.power;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Power and size of a trial that compares two proportions, of arms of the same size. */
public record Proportions(double control, double treatment, double alpha) {

    /** How the proportions are compared. */
    public enum Test {
        /** Their difference, with a pooled variance under the null hypothesis (Fleiss, Tytun and Ury, Biometrics 1980;36:343). */
        NORMAL,
        /** The difference of their angles, whose variance does not depend on them (Cohen 1988, chapter 6). */
        ARCSINE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Test::key).toList();
        }
    }

    /** Participants in each arm. */
    public double size(double power, Test test) {
        double reached = -Normal.quantile(alpha / 2) * underNull(test) + Normal.quantile(power) * underTruth(test);
        return reached * reached / (effect(test) * effect(test));
    }

    /** @param n participants in each arm */
    public double power(double n, Test test) {
        return Normal.below(
                (effect(test) * Math.sqrt(n) + Normal.quantile(alpha / 2) * underNull(test)) / underTruth(test));
    }

    private double effect(Test test) {
        return test == Test.NORMAL
                ? Math.abs(treatment - control)
                : Math.abs(2 * Math.asin(Math.sqrt(treatment)) - 2 * Math.asin(Math.sqrt(control)));
    }

    private double underNull(Test test) {
        double mean = (control + treatment) / 2;
        return Math.sqrt(test == Test.NORMAL ? 2 * mean * (1 - mean) : 2);
    }

    private double underTruth(Test test) {
        return Math.sqrt(test == Test.NORMAL ? control * (1 - control) + treatment * (1 - treatment) : 2);
    }
}
