package org.commensal.allocation.simulation;

/**
 * An outcome that no arm changes: normal with a standard deviation of 1, shifted by the levels of the factors and by the
 * time of entry.
 *
 * @param prognosis the difference between the last and the first level of each factor
 * @param trend the difference between the last and the first participant
 */
public record Outcome(double prognosis, double trend) {

    /** A strong one: a factor, and the time, matter as much as participants differ by themselves. */
    public static final Outcome STRONG = new Outcome(1, 1);

    /** How the outcome changes while the trial recruits. */
    public enum Trend {
        /** Not at all. */
        NONE {
            @Override
            double at(double time) {
                return 0;
            }
        },
        /** A little with each participant. */
        LINEAR {
            @Override
            double at(double time) {
                return time;
            }
        },
        /** At once, when half have entered. */
        STEP {
            @Override
            double at(double time) {
                return time < 0.5 ? 0 : 1;
            }
        };

        abstract double at(double time);
    }

    double expected(Tallies tallies, int stratum) {
        double sum = 0;
        for (int factor = 0; factor < tallies.factors(); factor++) {
            int levels = tallies.firstLevel(factor + 1) - tallies.firstLevel(factor);
            sum += levels < 2 ? 0 : prognosis * tallies.level(factor, stratum) / (levels - 1);
        }
        return sum;
    }

    double shift(Trend how, int participant, int participants) {
        return trend * how.at(participants < 2 ? 0 : participant / (participants - 1.0));
    }
}
