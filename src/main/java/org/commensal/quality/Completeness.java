package org.commensal.quality;

import org.commensal.quality.MissingData.Counts;

/** What became of a form at a visit, or of a day of a diary. */
public enum Completeness {
    ANSWERED(new Counts(1, 0, 0, 0, 0)),
    /** Its window is over without it. */
    MISSING(new Counts(0, 1, 0, 0, 0)),
    /** The participant stopped, or their screening was ended, before its window was over. */
    NOT_EXPECTED(new Counts(0, 0, 0, 1, 0)),
    /** Its window is still to come or open, or the day from which it counts is not known yet. */
    NOT_DUE(new Counts(0, 0, 0, 0, 1));

    private final Counts once;

    Completeness(Counts once) {
        this.once = once;
    }

    public Counts once() {
        return once;
    }
}
