package org.commensal.exchange;

import org.commensal.kernel.Text;

/**
 * One thing that an imported study does not have as its source had it.
 *
 * @param where the line and the name, or the path, at which it stands in the source
 * @param what it is, with its value
 */
public record Loss(Kind kind, String where, Text what) {

    /** What became of it. */
    public enum Kind {
        /** It is there in one language; the other is marked as still to be translated. */
        TRANSLATION,
        /** It is there under another code. */
        RENAMED,
        /** It is there, but works or reads a little differently. */
        CHANGED,
        /** It is not there. */
        LEFT_OUT,
        /** The source does not say it and a study needs it: a placeholder stands there. */
        TO_COMPLETE
    }

    @Override
    public String toString() {
        return kind + " " + where + ": " + what.en();
    }
}
