package org.commensal.export.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names as a program takes them: short, of letters, digits and underscores, and each once whatever the case. */
final class ShortNames {

    private ShortNames() {}

    /**
     * Each of the names, cut and numbered only where it has to be.
     *
     * @param taken words of the program that are no names, in lower case
     */
    static List<String> of(List<String> names, int longest, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        List<String> shortened = new ArrayList<>();
        for (String name : names) {
            String plain = name.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^(?![A-Za-z])", "v");
            String made = cut(plain, longest);
            for (int number = 2; !used.add(made.toLowerCase(Locale.ROOT)); number++) {
                made = cut(plain, longest - Integer.toString(number).length()) + number;
            }
            shortened.add(made);
        }
        return shortened;
    }

    private static String cut(String name, int longest) {
        return name.substring(0, Math.min(longest, name.length()));
    }
}
