package org.commensal.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Instants in columns; reading, the two databases answer with a different class each. */
public final class Columns {

    private Columns() {}

    public static Timestamp write(Instant instant) {
        return Timestamp.from(instant);
    }

    public static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }

    /**
     * A day that the statement casts to text, where there are many: the driver reads a date by way of a calendar, which
     * takes longer than all the rest of its row.
     */
    public static LocalDate day(Object text) {
        return LocalDate.parse((String) text);
    }
}
