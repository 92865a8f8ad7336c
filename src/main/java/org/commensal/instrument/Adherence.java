package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How far participants kept to the diary and to what they received, for the per-protocol population.
 *
 * <p>The limits are those of the example protocol: 80 % of the diary, 80 to 120 % of sachets, 80 % of diet days and four
 * of six food challenges, a MEDAS score (Schröder et al. 2011, J Nutr 141:1140; without the question about wine) of 9 or
 * three more than before. Shares are compared as whole numbers, so that no rounding decides.
 */
public final class Adherence {

    private static final int SHARE = 80;
    private static final int MOST_SACHETS = 120;
    private static final int CHALLENGES = 4;
    private static final Expression MEDITERRANEAN = Expression.parse("after >= 9 or after - before >= 3");
    private static final Expression PER_PROTOCOL = Expression.parse("baseline_diary and follow_up_diary"
            + " and v4_study_day >= 84 and v4_study_day <= 91"
            + " and not preventive_changed and not antibiotics and not eligibility_deviation");

    private static final Expression CONTAMINATED =
            Expression.parse("probiotic and (low_fodmap_share >= 0.5 or medas_gain >= 3)"
                    + " or not probiotic and other_probiotic_days > 0");

    private Adherence() {}

    /** Whether at least 80 % of the diary days were completed, of those on which the participant was in the study. */
    public static boolean keptDiary(int completed, int daysInStudy) {
        return 100L * completed >= (long) SHARE * daysInStudy && daysInStudy > 0;
    }

    /**
     * Sachets taken: dispensed, less returned and lost; or the days on which the diary says so, where nobody knows what
     * came back.
     */
    public static int sachetsTaken(int dispensed, OptionalInt returned, int lost, int diaryDays) {
        return returned.isPresent() ? dispensed - returned.getAsInt() - lost : diaryDays;
    }

    /** Sachets taken in percent of those expected, with one decimal, half up: for display. */
    public static BigDecimal sachetsPercent(int taken, int expected) {
        return BigDecimal.valueOf(100L * taken).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_UP);
    }

    /** Whether 80 to 120 % of the sachets were taken, both included. */
    public static boolean keptSachets(int taken, int expected) {
        return 100L * taken >= (long) SHARE * expected && 100L * taken <= (long) MOST_SACHETS * expected;
    }

    /** Whether the low-FODMAP diet was kept: 80 % of the days of weeks 1 to 4, and four of the six challenges. */
    public static boolean keptLowFodmap(int adherentDays, int days, int challenges) {
        return 100L * adherentDays >= (long) SHARE * days && days > 0 && challenges >= CHALLENGES;
    }

    /** Whether the Mediterranean diet was kept; unknown where the scores do not decide it. */
    public static Value keptMediterranean(Value before, Value after) {
        return MEDITERRANEAN.evaluate(name -> name.equals("before") ? before : after);
    }

    /**
     * The conditions of the per-protocol population that every arm shares.
     *
     * @param facts with the truths {@code baseline_diary}, {@code follow_up_diary}, {@code preventive_changed},
     *     {@code antibiotics} (in the last block) and {@code eligibility_deviation}, and the number {@code v4_study_day}
     */
    public static Value perProtocol(Answers facts) {
        return PER_PROTOCOL.evaluate(facts::get);
    }

    /**
     * Whether a participant did what another arm was to do: a diet beside the probiotic, or a probiotic beside a diet.
     *
     * @param facts with the truth {@code probiotic} (was to take one) and the numbers {@code low_fodmap_share} of days,
     *     {@code medas_gain} and {@code other_probiotic_days}
     */
    public static Value crossedOver(Answers facts) {
        return CONTAMINATED.evaluate(facts::get);
    }
}
