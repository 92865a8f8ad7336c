package org.commensal.web.studies;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.commensal.power.FisherF;

/**
 * When the target is reached, if participants go on to be randomised as they were lately.
 *
 * <p>Randomisations come as a Poisson process whose rate has a gamma distribution (Anisimov and Fedorov, Statistics in
 * Medicine 2007;26:4958): with the prior of Jeffreys and {@code k} randomisations in the last {@code T} days, the time until
 * {@code r} more has quantiles {@code T r / (k + 1/2)} times those of Fisher's F with {@code 2 r} and {@code 2 k + 1}
 * degrees of freedom. The interval holds 80 per cent. It knows nothing of sites that open or close, nor of seasons.
 *
 * @param days from which the rate is taken, and {@code randomised} in them
 * @param early day before which it is reached with probability 10 per cent
 * @param likely the median
 * @param late day after which it is reached with probability 10 per cent
 */
record Forecast(int days, int randomised, LocalDate early, LocalDate likely, LocalDate late) {

    /** Long enough to hold a few, short enough to be lately. */
    private static final int LATELY = 56;

    private static final int FEWEST_DAYS = 14;
    private static final int FEWEST_RANDOMISED = 3;
    /** What lies farther away than this is no forecast. */
    private static final long FARTHEST = 3650;

    /**
     * Looks ahead; empty where there is too little to go by, or nothing to reach.
     *
     * @param randomised the days of randomisation
     * @param first the day on which screening began
     */
    static Optional<Forecast> of(List<LocalDate> randomised, LocalDate first, LocalDate today, int target) {
        int exposure = (int) Math.min(LATELY, DAYS.between(first, today) + 1);
        LocalDate from = today.minusDays(exposure - 1L);
        int lately =
                (int) randomised.stream().filter(day -> !day.isBefore(from)).count();
        int more = target - randomised.size();
        if (more <= 0 || exposure < FEWEST_DAYS || lately < FEWEST_RANDOMISED) {
            return Optional.empty();
        }
        return Optional.of(new Forecast(
                exposure,
                lately,
                today.plusDays(until(more, lately, exposure, 0.9)),
                today.plusDays(until(more, lately, exposure, 0.5)),
                today.plusDays(until(more, lately, exposure, 0.1))));
    }

    private static long until(int more, int lately, int exposure, double above) {
        double f = FisherF.critical(above, 2.0 * more, 2.0 * lately + 1);
        return Math.min(FARTHEST, Math.round(exposure * more / (lately + 0.5) * f));
    }
}
