package org.commensal.instrument;

import java.util.List;

/**
 * Migraine attacks in a block of diary: each run of consecutive migraine days is one attack.
 *
 * <p>The day-level form of the attack of van der Arend et al. (2023, Cephalalgia). A day that is missing or not completed
 * between two migraine days does not join them.
 */
public final class Attacks {

    private Attacks() {}

    /**
     * How many attacks begin in these days.
     *
     * @param calendar one entry for every calendar day in order; empty answers for a day without an entry
     */
    public static int beginning(List<Answers> calendar) {
        int attacks = 0;
        boolean before = false;
        for (Answers day : calendar) {
            boolean now = DiaryDay.holds(DiaryDay.COMPLETED, day) && DiaryDay.holds(DiaryDay.MIGRAINE, day);
            attacks += now && !before ? 1 : 0;
            before = now;
        }
        return attacks;
    }

    /** Attacks that begin, per 28 completed days; unknown below 14. */
    public static Value per28Days(List<Answers> calendar) {
        return new DayCount(beginning(calendar), Definitions.completed(calendar).size()).per28Days();
    }
}
