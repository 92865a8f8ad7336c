package org.commensal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * What a password must be: long, not the sign-in name, not one that everybody tries first.
 *
 * <p>No rule asks for capitals, digits or signs: length is what counts (NIST SP 800-63B, section 3.1.1.2).
 */
final class PasswordRules {

    static final int LEAST_FOR_STAFF = 12;
    static final int LEAST_FOR_PARTICIPANTS = 8;
    static final int MOST = 200;

    private static final Set<String> COMMONEST = Set.of(
            "password",
            "wachtwoord",
            "welkom",
            "welcome",
            "geheim",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopasdf",
            "azertyuiop",
            "iloveyou",
            "ikhouvanjou",
            "letmein",
            "letmeinplease",
            "administrator",
            "administrator1",
            "passwordpassword",
            "wachtwoordwachtwoord",
            "changeme",
            "changemeplease",
            "abcdefgh",
            "abcdefghijkl",
            "correcthorsebatterystaple",
            "migraine",
            "headache",
            "hoofdpijn",
            "microbiome",
            "microbioom");

    private static final Text LENGTH = new Text(
            "The password has %s characters. Choose one of %s to %s characters; a short sentence is easy to remember.",
            "Het wachtwoord heeft %s tekens. Kies er een van %s tot %s tekens; een korte zin is makkelijk te onthouden.");
    private static final Text NAME_INSIDE = new Text(
            "The password contains the sign-in name. Choose one that does not.",
            "In het wachtwoord staat uw inlognaam. Kies een wachtwoord zonder uw inlognaam.");
    private static final Text COMMON = new Text(
            "This password is one of the first that others would try. Choose another.",
            "Dit wachtwoord proberen anderen het eerst. Kies een ander wachtwoord.");

    private PasswordRules() {}

    /** What is wrong with a password; empty where nothing is. */
    static List<Violation> faults(String password, SignInName name, boolean participant) {
        List<Violation> faults = new ArrayList<>();
        int least = participant ? LEAST_FOR_PARTICIPANTS : LEAST_FOR_STAFF;
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < least || length > MOST) {
            faults.add(new Violation("/password", LENGTH.with(length, least, MOST)));
        } else if (lower.contains(name.value())) {
            faults.add(new Violation("/password", NAME_INSIDE));
        } else if (isCommon(lower)) {
            faults.add(new Violation("/password", COMMON));
        }
        return faults;
    }

    /** A common word with digits or signs after it, a run of digits, or one or two characters repeated. */
    private static boolean isCommon(String lower) {
        String word = lower.replaceAll("[^a-z]+$", "").replace(" ", "");
        return word.isEmpty()
                || COMMONEST.contains(word)
                || lower.codePoints().distinct().count() <= 2;
    }
}
