package org.commensal.allocation;

/** HKDF with SHA-256: keys for different uses from one secret (Krawczyk and Eronen, RFC 5869, 2010). */
final class Hkdf {

    private Hkdf() {}

    /** A pseudorandom key of 32 bytes; an empty salt counts as 32 zero bytes. */
    static byte[] extract(byte[] salt, byte[] secret) {
        return Sha256.hmac(salt.length == 0 ? new byte[Sha256.BYTES] : salt, secret);
    }

    /** @param length of the key in bytes, at most 255 · 32 */
    static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
        byte[] key = new byte[length];
        byte[] block = {};
        for (int done = 0, counter = 1; done < length; done += Sha256.BYTES, counter++) {
            block = Sha256.hmac(pseudorandomKey, block, info, new byte[] {(byte) counter});
            System.arraycopy(block, 0, key, done, Math.min(Sha256.BYTES, length - done));
        }
        return key;
    }
}
