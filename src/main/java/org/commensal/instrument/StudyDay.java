package org.commensal.instrument;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** Times as a trial counts them: day 0 is the day of randomisation, and days before it are negative. */
public final class StudyDay {

    private StudyDay() {}

    public static int of(LocalDate date, LocalDate randomisation) {
        return Math.toIntExact(ChronoUnit.DAYS.between(randomisation, date));
    }

    /** Whether a day lies in the window of a visit, both ends included. */
    public static boolean isInWindow(int studyDay, int from, int to) {
        return studyDay >= from && studyDay <= to;
    }

    /** Completed years at consent; somebody born on 29 February is a year older on 1 March of other years. */
    public static int age(LocalDate birth, LocalDate consent) {
        return Period.between(birth, consent).getYears();
    }
}
