package org.commensal.instrument;

import java.util.List;

/**
 * The band of chronic migraine as one diary month can show it: at least 15 headache days and 8 migraine days per 28.
 *
 * <p>ICHD-3 1.3 (2018, Cephalalgia 38:1) asks for more than three months, which one diary block cannot show. So this
 * classifies a block and diagnoses nobody.
 */
public final class ChronicMigraine {

    private static final int HEADACHE_DAYS = 15;
    private static final int MIGRAINE_DAYS = 8;

    private ChronicMigraine() {}

    /** Unknown below 14 completed days. */
    public static Value band(DayCount headache, DayCount migraine) {
        return Kleene.and(headache.isAtLeast(HEADACHE_DAYS), migraine.isAtLeast(MIGRAINE_DAYS));
    }

    static Value band(List<Answers> days) {
        return band(DayCount.of(DiaryDay.HEADACHE, days), DayCount.of(DiaryDay.MIGRAINE, days));
    }

    /** Whether somebody in the band at baseline has fewer than 15 headache days a month at follow-up. */
    public static Value becomesEpisodic(Value bandAtBaseline, DayCount headacheAtFollowUp) {
        return Kleene.and(bandAtBaseline, Kleene.not(headacheAtFollowUp.isAtLeast(HEADACHE_DAYS)));
    }
}
