package org.commensal.instrument;

/** Truth that may be unknown: the strong three-valued logic of Kleene (1938, J Symb Logic 3:150). */
final class Kleene {

    static final Value TRUE = new Value.Bool(true);
    static final Value FALSE = new Value.Bool(false);
    static final Value UNKNOWN = Value.Missing.UNKNOWN;

    private Kleene() {}

    static Value of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    static Value not(Value a) {
        return a.equals(TRUE) ? FALSE : a.equals(FALSE) ? TRUE : UNKNOWN;
    }

    /** False if either is false, whatever the other is. */
    static Value and(Value a, Value b) {
        if (a.equals(FALSE) || b.equals(FALSE)) {
            return FALSE;
        }
        return a.equals(TRUE) && b.equals(TRUE) ? TRUE : UNKNOWN;
    }

    /** True if either is true, whatever the other is. */
    static Value or(Value a, Value b) {
        return not(and(not(a), not(b)));
    }
}
