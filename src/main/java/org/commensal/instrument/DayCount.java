package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How many of the completed days of one diary block have a property, such as being a migraine day.
 *
 * <p>A month has 28 days, as the International Headache Society asks of trials of preventive treatment (Diener et al.
 * 2020, Cephalalgia 40:1026; Tassorelli et al. 2018, Cephalalgia 38:815). Rates need at least 14 completed days, a
 * baseline 23 of 28 (82 %); otherwise they are unknown. All comparisons are of whole numbers, so no rounding decides one.
 *
 * @param with at least 0, at most {@code completed}
 * @param completed days that were completed in time
 */
public record DayCount(int with, int completed) {

    static final int MONTH = 28;
    private static final int FORTNIGHT = 14;
    private static final int FEWEST = 14;
    private static final int FEWEST_OF_A_BASELINE = 23;

    public DayCount {
        if (with < 0 || with > completed) {
            throw new IllegalArgumentException(with + " of " + completed + " days is not a count");
        }
    }

    /** @param rule a rule for one day, such as {@code migraine-day} */
    public static DayCount of(String rule, List<Answers> days) {
        List<Answers> completed = Definitions.completed(days);
        long with = completed.stream().filter(day -> DiaryDay.holds(rule, day)).count();
        return new DayCount((int) with, completed.size());
    }

    public boolean isValidBaseline() {
        return completed >= FEWEST_OF_A_BASELINE;
    }

    public boolean isValidFollowUp() {
        return completed >= FEWEST;
    }

    /**
     * Days per 28 days: 28 k / c where c days are completed and k of them have the property. Not rounded: 34 digits, so
     * that it is below 8 or 15 exactly when the fraction is.
     */
    public Value per28Days() {
        return isValidFollowUp()
                ? new Value.Num(BigDecimal.valueOf((long) MONTH * with)
                        .divide(BigDecimal.valueOf(completed), MathContext.DECIMAL128))
                : Value.Missing.UNKNOWN;
    }

    /**
     * Days per 14 days of a period such as one challenge: 14 k / c. Not rounded. Unknown where fewer than half of the days
     * of the period are completed, the same share as 14 of 28.
     *
     * @param days of the period
     */
    Value per14DaysOf(int days) {
        return completed > 0 && 2 * completed >= days
                ? new Value.Num(BigDecimal.valueOf((long) FORTNIGHT * with)
                        .divide(BigDecimal.valueOf(completed), MathContext.DECIMAL128))
                : Value.Missing.UNKNOWN;
    }

    /**
     * How many more days per 28 there are than at baseline; negative where there are fewer. One division of whole
     * numbers, so that equal rates differ by exactly 0.
     *
     * @return unknown where either block is not valid
     */
    Value changeFrom(DayCount baseline) {
        if (!isValidFollowUp() || !baseline.isValidBaseline()) {
            return Value.Missing.UNKNOWN;
        }
        long more = (long) with * baseline.completed - (long) baseline.with * completed;
        return new Value.Num(BigDecimal.valueOf(MONTH * more)
                .divide(BigDecimal.valueOf((long) completed * baseline.completed), MathContext.DECIMAL128));
    }

    /** Whether there are at least this many days per 28; unknown below 14 completed days. */
    public Value isAtLeast(int daysPer28) {
        return isValidFollowUp() ? Kleene.of(reaches(daysPer28)) : Kleene.UNKNOWN;
    }

    private boolean reaches(int daysPer28) {
        return (long) MONTH * with >= (long) daysPer28 * completed;
    }

    /**
     * Whether this follow-up has at least {@code percent} fewer days a month than the baseline: with m days of c,
     * 100 m_f c_b ≤ (100 − percent) m_b c_f. A responder in the sense of the same guidelines; 50 is usual, 30 in chronic
     * migraine.
     *
     * @param percent from 1 to 100
     * @return unknown where either block is not valid, or the baseline has no such day
     */
    public Value isResponse(int percent, DayCount baseline) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("a response of " + percent + " percent");
        }
        if (!isValidFollowUp() || !baseline.isValidBaseline() || baseline.with == 0) {
            return Kleene.UNKNOWN;
        }
        long found = 100L * with * baseline.completed;
        return Kleene.of(found <= (100L - percent) * baseline.with * completed);
    }
}
