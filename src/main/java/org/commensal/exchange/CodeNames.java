package org.commensal.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.commensal.instrument.Expression;

/** Gives each thing of an import a code that our studies take, near to the one it had, and only once. */
final class CodeNames {

    private static final int LONGEST = 56;

    private final Set<String> used = new HashSet<>(Set.of("site"));

    /** A variable name that is new here: {@code pain_today}. */
    String variable(String wanted) {
        String base = words(wanted, "_");
        String name = Expression.canName(base) && !base.equals("site") ? base : cut("v_" + base);
        return unique(name, "_");
    }

    /** The name of a form that is new here: {@code week-4}. */
    String form(String wanted) {
        String base = words(wanted, "-");
        return unique(base.matches("[a-z].*") ? base : cut("form-" + base).replaceAll("-$", ""), "-");
    }

    /** The code of a visit that is new here: {@code V1}. */
    String visit(String wanted) {
        if (wanted.matches("[A-Z][A-Z0-9]{0,15}") && used.add(wanted)) {
            return wanted;
        }
        String base = words(wanted, "_").replace("_", "").toUpperCase(Locale.ROOT);
        String named = base.matches("[A-Z].*") ? base : "V" + base;
        return unique(named.substring(0, Math.min(12, named.length())), "");
    }

    /** The value of an option that is new here: a whole number as it is, or {@code low_fodmap}. */
    String option(String wanted) {
        if (wanted.matches("-?[0-9]{1,9}") && used.add(wanted)) {
            return wanted;
        }
        String base = words(wanted, "_");
        return unique(base.matches("[a-z].*") ? base : cut("v_" + base), "_");
    }

    private String unique(String name, String joint) {
        String tried = name;
        for (int i = 2; !used.add(tried); i++) {
            tried = name + joint + i;
        }
        return tried;
    }

    private static String words(String wanted, String joint) {
        String plain = Normalizer.normalize(wanted, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String even = plain.replaceAll("([\\p{Ll}0-9])(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        String joined = even.replaceAll("[^a-z0-9]+", joint);
        return cut(joined.replaceAll("^[_-]+|[_-]+$", "")).replaceAll("[_-]+$", "");
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(LONGEST, name.length()));
    }
}
