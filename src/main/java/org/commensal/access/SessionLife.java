package org.commensal.access;

import java.time.Duration;

/**
 * How long a session lasts. A participant fills in a diary daily on a phone of their own; staff work at shared desks.
 *
 * @param most from signing in, whatever happens
 * @param idle from the last use
 */
record SessionLife(Duration most, Duration idle) {

    private static final SessionLife OF_STAFF = new SessionLife(Duration.ofHours(12), Duration.ofHours(1));
    private static final SessionLife OF_PARTICIPANTS = new SessionLife(Duration.ofDays(30), Duration.ofDays(14));

    static SessionLife of(Person person) {
        return person.isParticipant() ? OF_PARTICIPANTS : OF_STAFF;
    }
}
