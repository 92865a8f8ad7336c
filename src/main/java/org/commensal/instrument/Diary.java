package org.commensal.instrument;

import java.util.List;
import java.util.Map;

/**
 * One block of a diary as the calendar has it: every day in its place, also those that nobody filled in.
 *
 * <p>A day without an entry, or with one that came too late, has no answers. It is missing, and is no day without headache.
 *
 * @param dayBefore the day before the first, by which an attack on the first day may have begun already
 * @param days one for each calendar day, in order
 */
public record Diary(Answers dayBefore, List<Answers> days) {

    /** A day of which nothing is known. */
    public static final Answers MISSING = new Answers(Map.of());

    public Diary {
        days = List.copyOf(days);
    }

    /** A block whose day before is not known. */
    public Diary(List<Answers> days) {
        this(MISSING, days);
    }

    /** The same block from this day on, the first being day 1. */
    Diary from(int day) {
        int start = Math.min(day - 1, days.size());
        return start == 0 ? this : new Diary(days.get(start - 1), days.subList(start, days.size()));
    }
}
