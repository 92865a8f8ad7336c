package org.commensal.power;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Power and size of a trial that compares two rates of events by negative binomial regression (Zhu and Lakkis,
 * Statistics in Medicine 2014;33:376).
 *
 * @param control and {@code treatment}: events in a unit of time
 * @param dispersion κ, where the variance of a count is its mean μ plus κμ²
 * @param exposure mean time of a participant in those units
 * @param share participants of the treatment for each of the control
 */
public record Rates(double control, double treatment, double dispersion, double exposure, double share, double alpha) {

    /** The rates that the variance under the null hypothesis is taken at. */
    public enum Null {
        /** Both at that of the control. */
        REFERENCE,
        /** Each at its own. */
        TRUE,
        /** Both at their maximum likelihood estimate if they are equal. */
        MAXIMUM_LIKELIHOOD;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static List<String> keys() {
            return Arrays.stream(values()).map(Null::key).toList();
        }
    }

    /** Participants in the control arm. */
    public double size(double power, Null nullRates) {
        double reached = -Normal.quantile(alpha / 2) * Math.sqrt(variance(nullRates))
                + Normal.quantile(power) * Math.sqrt(variance(Null.TRUE));
        double effect = Math.log(treatment / control);
        return reached * reached / (effect * effect);
    }

    /** @param n participants in the control arm */
    public double power(double n, Null nullRates) {
        double effect = Math.abs(Math.log(treatment / control));
        return Normal.below((effect * Math.sqrt(n) + Normal.quantile(alpha / 2) * Math.sqrt(variance(nullRates)))
                / Math.sqrt(variance(Null.TRUE)));
    }

    /** Of the logarithm of the ratio of the rates, times the size of the control arm. */
    private double variance(Null rates) {
        double events =
                switch (rates) {
                    case REFERENCE -> (1 + share) / (share * control);
                    case TRUE -> 1 / control + 1 / (share * treatment);
                    case MAXIMUM_LIKELIHOOD -> (1 + share) * (1 + share) / (share * (control + share * treatment));
                };
        return events / exposure + (1 + share) * dispersion / share;
    }
}
