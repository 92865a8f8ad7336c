package org.commensal.allocation.simulation;

/**
 * An outcome that no arm changes: normal with a standard deviation of 1, shifted by the levels of the factors, and by the
 * time of entry or by who is brought when.
 *
 * @param prognosis the difference between the last and the first level of each factor
 * @param trend the difference between the last and the first participant
 * @param picking by how much a participant is better than most who is brought when the first arm is expected, and worse
 *     who is brought when another is
 */
public record Outcome(double prognosis, double trend, double picking) {

    /**
     * A strong one: a factor, and the time, matter as much as participants differ by themselves, and whoever picks them
     * sees a quarter of that.
     */
    public static final Outcome STRONG = new Outcome(1, 1, 0.25);

    /** How the outcome changes while the trial recruits. */
    public enum Shift {
        /** Not at all. */
        NONE {
            @Override
            double of(Outcome outcome, double time, int expectsFirst) {
                return 0;
            }
        },
        /** A little with each participant. */
        LINEAR {
            @Override
            double of(Outcome outcome, double time, int expectsFirst) {
                return outcome.trend * time;
            }
        },
        /** At once, when half have entered. */
        STEP {
            @Override
            double of(Outcome outcome, double time, int expectsFirst) {
                return time < 0.5 ? 0 : outcome.trend;
            }
        },
        /** By the biasing policy of Blackwell and Hodges (Annals of Mathematical Statistics 1957;28:449). */
        SELECTION_BIAS {
            @Override
            double of(Outcome outcome, double time, int expectsFirst) {
                return outcome.picking * expectsFirst;
            }
        };

        abstract double of(Outcome outcome, double time, int expectsFirst);
    }

    double expected(Tallies tallies, int stratum) {
        double sum = 0;
        for (int factor = 0; factor < tallies.factors(); factor++) {
            int levels = tallies.firstLevel(factor + 1) - tallies.firstLevel(factor);
            sum += levels < 2 ? 0 : prognosis * tallies.level(factor, stratum) / (levels - 1);
        }
        return sum;
    }

    /** @param expectsFirst 1 where the first arm is expected for this participant, −1 where another is, or 0 */
    double shift(Shift how, int participant, int participants, int expectsFirst) {
        return how.of(this, participants < 2 ? 0 : participant / (participants - 1.0), expectsFirst);
    }
}
