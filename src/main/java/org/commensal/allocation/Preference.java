package org.commensal.allocation;

import java.util.Collections;
import java.util.List;
import org.commensal.kernel.Settings;

/**
 * How strongly minimisation prefers the arms that balance best.
 *
 * <p>Arms tied as best share the probability equally, or one of them, drawn at random, ranks first and has it alone
 * (Pocock and Simon, Biometrics 1975;31:103, rank the arms); the others share the rest by the ratio; where all arms tie,
 * the ratio decides (Scott and others, The method of minimization for allocation to clinical trials, Controlled Clinical
 * Trials 2002;23:662, review such rules).
 *
 * @param probability of the best arms together
 * @param ranks whether one of the best arms is drawn
 */
record Preference(Fraction probability, boolean ranks) {

    static final String KEY = "probability";
    static final String TIES = "ties";
    static final String SHARE = "share";
    static final String RANK = "rank";
    static final String LABEL = "tie";

    /**
     * Reads a probability above the fair share of every arm, or minimisation would favour imbalance; and at least
     * (K − 1)/K for K arms where they share it, or arms tied as best could each be less likely than the one that is
     * worst.
     */
    static Preference read(Design design, Settings settings) {
        return read(design, settings, false);
    }

    /** The same, of a method that asks what ties get. */
    static Preference withTies(Design design, Settings settings) {
        return read(
                design,
                settings,
                settings.oneOf(TIES, List.of(SHARE, RANK), SHARE).equals(RANK));
    }

    private static Preference read(Design design, Settings settings, boolean ranks) {
        String written = settings.string(KEY);
        Fraction share = new Fraction(Collections.max(design.ratio()), design.total());
        Fraction most = ranks
                ? share
                : new Fraction(design.arms().size() - 1, design.arms().size());
        Fraction one = new Fraction(1, 1);
        Fraction read = Fraction.parse(written).orElse(new Fraction(0, 1));
        boolean accepted = read.compareTo(share) > 0 && read.compareTo(most) >= 0 && read.compareTo(one) <= 0;
        if (!accepted && !written.isEmpty()) {
            settings.fault(
                    KEY,
                    "\"" + KEY + "\" is " + written + ".",
                    "Write a fraction such as 4/5: above the largest share of the ratio, " + share + "; at least "
                            + most + ", so that two best arms are not worse off than the worst; at most 1/1.");
        }
        return new Preference(read, ranks);
    }

    /**
     * With T arms tied as best and S the shares of the others: the numerator times S for each of the best, what it lacks
     * to the denominator times T times its share for each other; in lowest terms.
     *
     * @param best whether an arm is tied as best, at least one
     */
    long[] weights(boolean[] best, long[] shares) {
        long tied = 0;
        long others = 0;
        for (int arm = 0; arm < best.length; arm++) {
            tied += best[arm] ? 1 : 0;
            others += best[arm] ? 0 : shares[arm];
        }
        if (others == 0) {
            return shares;
        }
        long rest = probability.denominator() - probability.numerator();
        long[] weights = new long[best.length];
        long divisor = 0;
        for (int arm = 0; arm < best.length; arm++) {
            weights[arm] = best[arm] ? probability.numerator() * others : rest * tied * shares[arm];
            divisor = Fraction.commonDivisor(divisor, weights[arm]);
        }
        for (int arm = 0; arm < best.length; arm++) {
            weights[arm] /= divisor;
        }
        return weights;
    }
}
