package org.commensal.protocol;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;

/** The codes of one list of a study: each of the right form, none of them twice. */
final class Codes {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9]{0,15}");

    private static final int LONGEST = 64;

    private final Set<String> seen = new HashSet<>();

    static boolean isKebab(String code) {
        return code.length() <= LONGEST && KEBAB.matcher(code).matches();
    }

    boolean isNew(String code) {
        return seen.add(code);
    }

    /** The value of {@code key}, which no mapping before it may have. */
    String unique(Settings at, String key) {
        String code = at.string(key);
        if (!code.isEmpty() && !isNew(code)) {
            at.fault(key, "\"" + code + "\" is used twice.", "Give each its own " + key + ".");
        }
        return code;
    }

    /** The same, where the code must have a form, told by an example. */
    String unique(Settings at, String key, Pattern form, String example) {
        String code = unique(at, key);
        return formed(at, key, code, form, example);
    }

    static String formed(Settings at, String key, String code, Pattern form, String example) {
        if (!code.isEmpty() && (code.length() > LONGEST || !form.matcher(code).matches())) {
            at.fault(key, "\"" + code + "\" cannot be the " + key + ".", "Write it like " + example + ".");
        }
        return code;
    }
}
