package org.commensal.safety.events;

import java.util.Locale;

/** How likely it is that the intervention caused an adverse event, as the investigator judges it. */
public enum Causality {
    NOT,
    UNLIKELY,
    POSSIBLE,
    PROBABLE,
    DEFINITE;

    /** As the API and files write it: {@code not}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is a reasonable possibility that it did (ICH E2A, 1994). */
    public boolean isRelated() {
        return compareTo(POSSIBLE) >= 0;
    }
}
