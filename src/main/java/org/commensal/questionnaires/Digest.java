package org.commensal.questionnaires;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What the audit trail holds of a response: SHA-256 over a random salt, the task and the answers.
 *
 * <p>The salt stays beside the answers and out of the trail, since a quiet day of a diary could be guessed from a hash
 * without one. Whoever holds the response can show that it is the one that was audited.
 *
 * @param salt 16 random bytes in hex
 * @param hex the hash, in lower-case hex
 */
record Digest(String salt, String hex) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Digest of(String content) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return of(HexFormat.of().formatHex(salt), content);
    }

    private static Digest of(String salt, String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((salt + content).getBytes(StandardCharsets.UTF_8));
            return new Digest(salt, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    boolean isOf(String content) {
        return equals(of(salt, content));
    }
}
