package org.commensal.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Why somebody who was screened did not go on to be randomised, as CONSORT 2025 asks (item 22a and its diagram).
 *
 * @param note in words; empty where the kind says enough
 * @param criteria the ids of those that were not met when it was recorded
 * @param by the name of who recorded it
 */
public record ScreeningOutcome(Kind kind, String note, List<String> criteria, String by, Instant at) {

    /** The reasons of the diagram, and that it was recorded too early. */
    public enum Kind {
        NOT_MEETING_CRITERIA,
        DECLINED,
        OTHER,
        /** Goes on after all: what was recorded before counts no more. */
        RESUMED;

        /** As the audit trail and the API write it: {@code not-meeting-criteria}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it ends the screening. */
        public boolean ends() {
            return this != RESUMED;
        }
    }

    public ScreeningOutcome {
        criteria = List.copyOf(criteria);
    }

    /** Whether this says what another says, whoever said it and when. */
    boolean says(ScreeningOutcome other) {
        return kind == other.kind && note.equals(other.note);
    }
}
