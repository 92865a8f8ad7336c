package org.commensal.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What a signature is bound to: SHA-256 over a line for each form in the order of their keys, {@code key revision id digest}
 * and a line feed, in UTF-8. The digest is that of the answers, so that no answer can change without another hash.
 */
final class SignedContent {

    private SignedContent() {}

    /** In lower-case hex. */
    static String sha256(Collection<FormRecord> records) {
        String content = records.stream()
                .sorted(Comparator.comparing(record -> record.scope().task()))
                .map(SignedContent::line)
                .collect(Collectors.joining());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    private static String line(FormRecord record) {
        return record.scope().task() + " " + record.revision() + " " + record.response() + " " + record.digest() + "\n";
    }
}
