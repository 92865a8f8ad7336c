package org.commensal.allocation;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * HMAC_DRBG with SHA-256, never reseeded (NIST SP 800-90A Rev. 1, 2015, section 10.1.2): the same inputs give the same
 * bytes, on every machine.
 *
 * <p>Java's own {@code SecureRandom("DRBG")} mixes in entropy of the machine and cannot be computed again.
 */
final class HmacDrbg {

    private static final byte[] NOTHING = {};

    private byte[] key = new byte[Sha256.BYTES];
    private byte[] value = new byte[Sha256.BYTES];

    HmacDrbg(byte[] entropy, byte[] nonce, byte[] personalisation) {
        Arrays.fill(value, (byte) 1);
        update(entropy, nonce, personalisation);
    }

    /** The next bytes, by one Generate request. */
    byte[] generate(int length, byte[] additionalInput) {
        if (additionalInput.length > 0) {
            update(additionalInput);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            value = Sha256.hmac(key, value);
            bytes.put(value, 0, Math.min(value.length, bytes.remaining()));
        }
        update(additionalInput);
        return bytes.array();
    }

    /** The next 8 bytes, by one Generate request, as an unsigned number with its big end first. */
    long word() {
        return ByteBuffer.wrap(generate(Long.BYTES, NOTHING)).getLong();
    }

    private void update(byte[]... provided) {
        int length = Arrays.stream(provided).mapToInt(part -> part.length).sum();
        ByteBuffer data = ByteBuffer.allocate(length);
        Arrays.stream(provided).forEach(data::put);
        step((byte) 0, data.array());
        if (length > 0) {
            step((byte) 1, data.array());
        }
    }

    private void step(byte round, byte[] data) {
        key = Sha256.hmac(key, value, new byte[] {round}, data);
        value = Sha256.hmac(key, value);
    }
}
