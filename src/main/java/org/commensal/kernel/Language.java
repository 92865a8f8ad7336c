package org.commensal.kernel;

import java.util.Locale;

/** A language in which every study text and every screen is complete. */
public enum Language {
    EN,
    NL;

    /** The ISO 639-1 code, in lower case: {@code en} or {@code nl}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** The language of this ISO 639-1 code; English for any other. */
    public static Language of(String code) {
        return "nl".equalsIgnoreCase(code) ? NL : EN;
    }
}
