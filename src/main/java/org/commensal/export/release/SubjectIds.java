package org.commensal.export.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids of the subjects in one release: fresh for each release, telling nothing about code, site or order, and the
 * same whenever this release is made again.
 *
 * <p>The first 50 bits of HMAC-SHA-256 of the participant code under the sealed seed of the release, as ten characters
 * of Crockford's base 32, which has no letters to confuse.
 */
public final class SubjectIds {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private SubjectIds() {}

    /** Participant codes by their new id, in the order of the new ids, which is no order of theirs. */
    static Map<String, String> of(byte[] seed, Collection<String> codes) {
        Map<String, String> byId = new TreeMap<>();
        for (String code : codes) {
            if (byId.put(id(seed, "subject/" + code), code) != null) {
                throw new IllegalStateException("two subjects of a release have the same id: release it again");
            }
        }
        return byId;
    }

    static String id(byte[] seed, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] bytes = mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 7; i++) {
                bits = bits << 8 | (bytes[i] & 0xff);
            }
            char[] id = new char[10];
            for (int i = 0; i < 10; i++) {
                id[i] = ALPHABET[(int) (bits >>> (51 - 5 * i)) & 31];
            }
            return new String(id);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }
}
