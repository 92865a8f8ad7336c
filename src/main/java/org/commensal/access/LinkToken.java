package org.commensal.access;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The secret of a personal link: 28 letters and digits, which are 140 random bits. So many cannot be tried.
 *
 * <p>It may have to be typed from paper, so it has no letters that look like a digit; where one is typed for the other it
 * is understood (Crockford, Base 32, 2019).
 *
 * @param value without dashes, in lower case
 */
record LinkToken(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 28;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken fresh() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** @param bytes at least {@value #LENGTH}, which nobody can guess; more are not used */
    static LinkToken of(byte[] bytes) {
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            value.append(ALPHABET.charAt(bytes[at] & 31));
        }
        return new LinkToken(value.toString());
    }

    /** Whatever was typed or scanned, so it may be no token at all. */
    static LinkToken typed(String typed) {
        return new LinkToken(typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replaceAll("[il]", "1"));
    }

    /** As it stands in a link, in groups that can be read aloud. */
    String written() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** What is kept of it. */
    String digest() {
        return Secrets.digest(value);
    }

    /** What failed sign-ins with it are counted by. */
    String countedAs() {
        return "link " + digest().substring(0, 6);
    }

    /**
     * What the verifier of a PIN is made of: the link and the PIN together. Who reads the database knows no link, and so
     * cannot try the few PINs there are; and a PIN never fits another link.
     */
    String with(Pin pin) {
        return value + " " + pin.digits();
    }

    @Override
    public String toString() {
        return "link withheld";
    }
}
