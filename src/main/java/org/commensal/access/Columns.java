package org.commensal.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants in columns; reading, the two databases answer with a different class each. */
final class Columns {

    private Columns() {}

    static Timestamp write(Instant instant) {
        return Timestamp.from(instant);
    }

    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }
}
