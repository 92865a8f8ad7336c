package org.commensal.instrument;

import java.util.ArrayList;
import java.util.List;

/**
 * Migraine attacks in a block of diary: each run of consecutive migraine days is one attack.
 *
 * <p>The day-level form of the attack of van der Arend et al. (2023, Cephalalgia). A day that is missing or not completed
 * between two migraine days does not join them. A run that began before the block is no attack of this block.
 */
public final class Attacks {

    private Attacks() {}

    /** How many attacks begin in this block. */
    public static int beginning(Diary block) {
        return firstDays(block).size();
    }

    /** Attacks that begin, per 28 completed days; unknown below 14. */
    public static Value per28Days(Diary block) {
        return new DayCount(
                        beginning(block), Definitions.completed(block.days()).size())
                .per28Days();
    }

    /**
     * How many days pass until the first attack begins; 0 where it begins on the first day.
     *
     * <p>Unknown where a day before it is missing, on which one may have begun; and where none begins, which is not the
     * length of the block but more than that.
     */
    public static Value daysToFirst(Diary block) {
        return firstDays(block).stream()
                .findFirst()
                .filter(first -> block.days().subList(0, first).stream().allMatch(Attacks::isCompleted))
                .<Value>map(Value.Num::of)
                .orElse(Value.Missing.UNKNOWN);
    }

    /** On which days of the block an attack begins, the first being 0. */
    private static List<Integer> firstDays(Diary block) {
        List<Integer> first = new ArrayList<>();
        boolean before = isMigraine(block.dayBefore());
        for (int day = 0; day < block.days().size(); day++) {
            boolean now = isMigraine(block.days().get(day));
            if (now && !before) {
                first.add(day);
            }
            before = now;
        }
        return first;
    }

    private static boolean isMigraine(Answers day) {
        return isCompleted(day) && DiaryDay.holds(DiaryDay.MIGRAINE, day);
    }

    private static boolean isCompleted(Answers day) {
        return DiaryDay.holds(DiaryDay.COMPLETED, day);
    }
}
