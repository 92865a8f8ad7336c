package org.commensal.allocation;

/** The secret 32 bytes from which every allocation of one scheme follows. Its text never tells them. */
public final class Seed {

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

    @Override
    public String toString() {
        return "seed withheld";
    }
}
