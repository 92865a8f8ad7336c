package org.commensal.allocation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The secret 32 bytes from which every allocation of one scheme follows. Its text never tells them. */
public final class Seed {

    private static final byte[] CONTRIBUTIONS = "TRIAL-RAND-SEED-v1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    public Seed(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The seed that follows from this one, which was bound before, and what others contributed to it after that, in
     * their order; this one where nobody did. Neither the drawer nor a contributor can choose the outcome.
     */
    public Seed with(List<String> contributions) {
        if (contributions.isEmpty()) {
            return this;
        }
        byte[] info = LengthPrefixed.of(contributions.toArray(String[]::new));
        return new Seed(Hkdf.expand(Hkdf.extract(CONTRIBUTIONS, bytes), info, Sha256.BYTES));
    }

    @Override
    public String toString() {
        return "seed withheld";
    }
}
