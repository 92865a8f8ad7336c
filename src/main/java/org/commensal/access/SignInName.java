package org.commensal.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commensal.kernel.Text;

/**
 * The name somebody signs in with, in any case: {@code anna@lumc.example} and {@code Anna@LUMC.example} are one.
 *
 * @param value in lower case, as it is kept; whatever was typed, so it may be no name at all
 */
record SignInName(String value) {

    static final Text FORM = new Text(
            "A sign-in name has 3 to 80 letters, digits and the signs . @ _ + -; an e-mail address is one.",
            "Een inlognaam heeft 3 tot 80 letters, cijfers en de tekens . @ _ + -; een e-mailadres mag.");

    private static final Pattern GIVEN = Pattern.compile("[a-z0-9.@_+-]{3,80}");

    static SignInName typed(String typed) {
        return new SignInName(
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    boolean mayBeGiven() {
        return GIVEN.matcher(value).matches();
    }

    /**
     * What failed sign-ins are counted by: 24 bits of a hash. Enough to keep accounts apart, too little to find back
     * what was typed, which now and then is a password.
     */
    String countedAs() {
        return "name " + Secrets.digest(value).substring(0, 6);
    }
}
