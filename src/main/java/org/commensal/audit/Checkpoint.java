package org.commensal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A batch of sealed entries. Its hash covers each entry and the checkpoint before, so that one changed, removed, added
 * or moved entry breaks the chain from there on.
 *
 * @param number from 1 without gaps
 * @param entries how many it seals
 * @param previous hash of the checkpoint before; 64 zeros for the first
 * @param hash SHA-256 in lower-case hex
 */
public record Checkpoint(long number, int entries, String previous, String hash) {

    static final String BEFORE_THE_FIRST = "0".repeat(64);

    /** Seals these entries, in this order, after the checkpoint whose hash is {@code previous}. */
    public static Checkpoint seal(long number, String previous, List<AuditTrail.Entry> entries) {
        MessageDigest digest = sha256();
        field(digest, previous);
        field(digest, Long.toString(number));
        entries.forEach(entry -> add(digest, entry));
        return new Checkpoint(number, entries.size(), previous, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether these entries, in this order, are the ones that were sealed. */
    public boolean seals(List<AuditTrail.Entry> sealed) {
        return equals(seal(number, previous, sealed));
    }

    private static void add(MessageDigest digest, AuditTrail.Entry entry) {
        field(digest, entry.id().toString());
        field(digest, Long.toString(entry.at().toEpochMilli()));
        field(digest, entry.person().toString());
        field(digest, entry.name());
        field(digest, entry.role());
        field(digest, entry.study());
        field(digest, entry.site());
        field(digest, entry.action());
        field(digest, entry.subject());
        field(digest, entry.reason());
        field(digest, Integer.toString(entry.changes().size()));
        entry.changes().forEach((name, value) -> {
            field(digest, name);
            field(digest, value);
        });
    }

    /** Each field with its length before it, so that no two lists of fields have the same bytes. */
    private static void field(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
