package org.commensal.export.comparison;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 64 bits of the SHA-256 of some texts, one after the other; never 0. */
final class Sum {

    private final MessageDigest digest;

    Sum() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** Adds a text, after which no other texts are the same together. */
    Sum and(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** Of what was added; begins again. */
    long take() {
        long sum = ByteBuffer.wrap(digest.digest()).getLong();
        return sum == 0 ? 1 : sum;
    }
}
