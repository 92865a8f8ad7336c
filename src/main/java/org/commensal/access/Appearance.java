package org.commensal.access;

import java.util.Optional;
import org.commensal.kernel.Language;

/**
 * How somebody chose to read, on whatever device; empty where they never chose.
 *
 * @param migraineMode whether dark, without white and without blue
 */
public record Appearance(Optional<Language> language, Optional<Boolean> migraineMode) {

    public static final Appearance NEVER_CHOSEN = new Appearance(Optional.empty(), Optional.empty());

    /** This, and the earlier choice where this says nothing. */
    public Appearance over(Appearance earlier) {
        return new Appearance(language.or(earlier::language), migraineMode.or(earlier::migraineMode));
    }
}
