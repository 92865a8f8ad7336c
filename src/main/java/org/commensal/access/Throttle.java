package org.commensal.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after failed sign-ins: nothing at first, then twice as long after each further failure, never longer
 * than five minutes, so that nobody can shut somebody else out for long.
 *
 * @param free how many failures within {@link #WINDOW} cost nothing
 */
record Throttle(int free) {

    static final Duration WINDOW = Duration.ofMinutes(15);

    static final Throttle OF_ACCOUNT = new Throttle(10);
    static final Throttle OF_ADDRESS = new Throttle(100);

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How long after the last of so many failures the next try is taken. */
    Duration pause(int failures) {
        int beyond = failures - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(beyond, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** What of that pause is left now; zero where the next try may be made. */
    Duration left(int failures, Instant last, Instant now) {
        Duration left = Duration.between(now, last.plus(pause(failures)));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
