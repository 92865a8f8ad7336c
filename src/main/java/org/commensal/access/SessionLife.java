package org.commensal.access;

import java.time.Duration;

/**
 * How long a session lasts. A participant fills in a diary daily, most on a phone of their own, some on one that others
 * use too; staff work at shared desks.
 *
 * @param most from signing in, whatever happens
 * @param idle from the last use
 */
record SessionLife(Duration most, Duration idle, Phone phone) {

    /** Browsers keep no cookie longer (RFC 6265bis, section 5.5). */
    static final Duration LONGEST = Duration.ofDays(400);

    static final SessionLife ON_SHARED_PHONE =
            new SessionLife(Duration.ofHours(12), Duration.ofMinutes(15), Phone.SHARED);

    private static final Duration LEAST = Duration.ofDays(1);
    private static final SessionLife OF_STAFF = new SessionLife(Duration.ofHours(12), Duration.ofHours(1), Phone.OWN);
    private static final SessionLife OF_PARTICIPANTS =
            new SessionLife(Duration.ofDays(30), Duration.ofDays(14), Phone.OWN);

    /**
     * As long as the participant is asked for anything, and while it is used now and then.
     *
     * @param most cut to between one day and {@link #LONGEST}
     */
    static SessionLife onOwnPhone(Duration most) {
        Duration atMost = most.compareTo(LONGEST) > 0 ? LONGEST : most;
        return new SessionLife(atMost.compareTo(LEAST) < 0 ? LEAST : atMost, Duration.ofDays(90), Phone.OWN);
    }

    /** For whoever has a password. */
    static SessionLife of(Person person) {
        return person.isParticipant() ? OF_PARTICIPANTS : OF_STAFF;
    }
}
