package org.commensal.allocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * The numbers drawn for one participant of one stream.
 *
 * <p>Each label has a generator of its own, instantiated from the stream's key, the place in the stream and the label;
 * so no draw depends on how many words another consumed, and none needs the past.
 */
final class Draws implements Draw {

    /** The label of the number that decides the arm. */
    static final String ARM = "arm";

    private final byte[] streamKey;
    private final int sequence;

    /** @param sequence place of the participant in the stream, from 1 */
    Draws(byte[] streamKey, int sequence) {
        this.streamKey = streamKey.clone();
        this.sequence = sequence;
    }

    /**
     * A number drawn uniformly.
     *
     * @param value at least 0 and below the bound
     * @param words how many 64-bit words it consumed, those rejected included
     */
    record Drawn(long value, int words) {}

    @Override
    public long below(String label, long bound) {
        return drawn(label, bound).value();
    }

    /** The number below {@code bound} that this label gives: the same each time it is asked for. */
    Drawn drawn(String label, long bound) {
        byte[] nonce = ByteBuffer.allocate(2 * Long.BYTES).putLong(sequence).array();
        HmacDrbg generator = new HmacDrbg(streamKey, nonce, label.getBytes(StandardCharsets.UTF_8));
        return below(generator::word, bound);
    }

    /**
     * Takes words until one lies below the largest multiple of {@code bound} that 64 bits can hold, and gives its
     * remainder; every remainder is then exactly equally likely. All arithmetic is unsigned.
     *
     * @param bound at least 1
     */
    static Drawn below(LongSupplier words, long bound) {
        long excess = Long.remainderUnsigned(-bound, bound);
        for (int taken = 1; ; taken++) {
            long word = words.getAsLong();
            if (excess == 0 || Long.compareUnsigned(word, -excess) < 0) {
                return new Drawn(Long.remainderUnsigned(word, bound), taken);
            }
        }
    }
}
