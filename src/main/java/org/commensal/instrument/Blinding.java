package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * How well the participants of a placebo-controlled trial were blinded, from what they guessed at its end.
 *
 * <p>Somebody who does not know is counted, and is never missing; somebody who was not asked is not in the table. Exact
 * decimals of 34 digits. Whoever computes this has seen allocations: it belongs behind the door of those who may.
 *
 * @param active what the participants of the active arm guessed
 * @param placebo what those of the placebo arm guessed
 */
public record Blinding(Guesses active, Guesses placebo) {

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** How many of one arm guessed the active product, the placebo, or did not know; none is negative. */
    public record Guesses(int active, int placebo, int unknown) {

        public Guesses {
            if (active < 0 || placebo < 0 || unknown < 0) {
                throw new IllegalArgumentException("a number of people is never negative");
            }
        }

        long all() {
            return (long) active + placebo + unknown;
        }
    }

    /**
     * The index of Bang for the active arm, from -1 (all guess the opposite) by 0 (as by chance) to 1 (all know): the
     * share of right guesses less the share of wrong ones, of the whole arm (Bang, Ni and Davis 2004, Control Clin
     * Trials 25:143). Empty for an arm without participants.
     */
    public Optional<BigDecimal> bangOfActive() {
        return share((long) active.active() - active.placebo(), active.all());
    }

    /** The same for the placebo arm. */
    public Optional<BigDecimal> bangOfPlacebo() {
        return share((long) placebo.placebo() - placebo.active(), placebo.all());
    }

    /**
     * The index of James for the trial, from 0 (no blinding) by 0.5 (guesses as by chance) to 1 (nobody knows); James,
     * Bloch, Lee, Kraemer and Fuller 1996, Stat Med 15:1421. It is (1 + d + (1 - d) k) / 2, with d the share that does
     * not know and k the disagreement of the others beyond chance. Empty without participants, and where those who
     * guess leave no disagreement to expect.
     */
    public Optional<BigDecimal> james() {
        long all = active.all() + placebo.all();
        long unknown = (long) active.unknown() + placebo.unknown();
        long guessed = all - unknown;
        if (all > 0 && guessed == 0) {
            return Optional.of(BigDecimal.ONE);
        }
        long wrong = (long) active.placebo() + placebo.active();
        long inActive = (long) active.active() + active.placebo();
        long inPlacebo = (long) placebo.active() + placebo.placebo();
        long sayActive = (long) active.active() + placebo.active();
        long sayPlacebo = (long) active.placebo() + placebo.placebo();
        BigDecimal expected = product(sayActive, inPlacebo).add(product(sayPlacebo, inActive));
        if (expected.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal beyondChance = product(wrong, guessed).subtract(expected).divide(expected, PRECISION);
        BigDecimal doubled = BigDecimal.valueOf(all + unknown)
                .add(beyondChance.multiply(BigDecimal.valueOf(guessed), PRECISION), PRECISION);
        return Optional.of(doubled.divide(product(2, all), PRECISION));
    }

    private static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), PRECISION));
    }

    private static BigDecimal product(long one, long other) {
        return BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(other));
    }
}
