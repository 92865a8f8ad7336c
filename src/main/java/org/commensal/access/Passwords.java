package org.commensal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Makes and checks the verifiers of passwords: Argon2id (Biryukov, Dinu, Khovratovich and Josefsson, RFC 9106, 2021)
 * with 19 MiB of memory and two passes, the least that OWASP recommends (Password Storage Cheat Sheet, 2024).
 *
 * <p>A verifier describes itself, {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, so that the strength can be raised:
 * old verifiers go on to work, and are replaced when their owner next signs in. As many are computed at once as there
 * are processors, which bounds what a flood of sign-ins costs.
 */
final class Passwords {

    /** What a verifier costs. */
    record Strength(int memoryKiB, int passes) {}

    static final Strength TODAY = new Strength(19_456, 2);

    private static final Strength MOST = new Strength(262_144, 10);
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** A verifier that no password fits, for a name that nobody has: it costs the same time. */
    static final String OF_NOBODY = write(TODAY, random(SALT_BYTES), random(HASH_BYTES));

    private Passwords() {}

    static String verifier(String password) {
        return verifier(password, TODAY);
    }

    static String verifier(String password, Strength strength) {
        byte[] salt = random(SALT_BYTES);
        return write(strength, salt, hash(password, salt, strength));
    }

    /** Whether this is the password of the verifier; false for a verifier that cannot be read. */
    static boolean fits(String password, String verifier) {
        Matcher form = FORM.matcher(verifier);
        if (!form.matches() || exceeds(strength(form), MOST)) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(form.group(4));
        byte[] salt = Base64.getDecoder().decode(form.group(3));
        return MessageDigest.isEqual(expected, hash(password, salt, strength(form)));
    }

    /** Whether a verifier was made with another strength than today's. */
    static boolean isOutdated(String verifier) {
        Matcher form = FORM.matcher(verifier);
        return !form.matches() || !strength(form).equals(TODAY);
    }

    private static Strength strength(Matcher form) {
        return new Strength(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private static boolean exceeds(Strength strength, Strength most) {
        return strength.memoryKiB() > most.memoryKiB() || strength.passes() > most.passes();
    }

    /** Canonical composition first: the same letters typed on another keyboard are the same password. */
    private static byte[] hash(String password, byte[] salt, Strength strength) {
        byte[] typed = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[HASH_BYTES];
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        AT_ONCE.acquireUninterruptibly();
        try {
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(strength.memoryKiB())
                    .withIterations(strength.passes())
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            argon2.generateBytes(typed, hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }

    private static String write(Strength strength, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + strength.memoryKiB() + ",t=" + strength.passes() + ",p=1$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
