package org.commensal.verification;

/** Whether a mark that somebody set on data still holds for the data as they are. */
public enum Standing {
    /** Nobody set one. */
    NONE,
    /** It was set, and the data were corrected since. */
    CHANGED,
    /** It was set, and the data were unlocked since. */
    VOID,
    /** It holds for the revision that stands. */
    STANDS
}
