package org.commensal.export.redcap;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names as REDCap takes them: small letters, digits and single underscores, a letter first, each given once. */
final class Names {

    private final Set<String> taken;

    /** @param taken what is no longer to be given */
    Names(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The name, with a number behind it where it was given before. */
    String give(String name) {
        return giveAsItIs(plain(name));
    }

    String giveAsItIs(String name) {
        String given = name;
        for (int number = 2; !taken.add(given); number++) {
            given = name + "_" + number;
        }
        return given;
    }

    static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return plain.matches("[a-z].*") ? plain : ("f_" + plain).replaceAll("_$", "");
    }

    /** What stands behind the three underscores of a checkbox: an underscore for whatever REDCap has no sign for. */
    static String option(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
