package org.commensal.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What was tried, in a word that goes to and fro with the page: the file, byte for byte, and what each of its rows would do.
 *
 * @param sha256 of the file, in lower-case hex
 * @param marks eight hex digits a row, in the order of the file
 */
record Tried(String sha256, String marks) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}\\.([0-9a-f]{8})*");
    private static final int MARK = 8;

    static Tried of(byte[] file, List<JudgedRow> rows) {
        StringBuilder marks = new StringBuilder();
        rows.forEach(row -> marks.append(hash(row.verdict().getBytes(StandardCharsets.UTF_8)), 0, MARK));
        return new Tried(hash(file), marks.toString());
    }

    /** What the page sent back; of nothing, where it is no such word. */
    static Tried parse(String written) {
        boolean formed = FORM.matcher(written).matches();
        return formed
                ? new Tried(written.substring(0, written.indexOf('.')), written.substring(written.indexOf('.') + 1))
                : new Tried("", "");
    }

    String written() {
        return sha256 + "." + marks;
    }

    /** The places of the rows, from 0, that would do something else now. */
    List<Integer> differing(Tried now) {
        int rows = Math.max(marks.length(), now.marks.length()) / MARK;
        return IntStream.range(0, rows)
                .filter(row -> !mark(row).equals(now.mark(row)))
                .boxed()
                .toList();
    }

    private String mark(int row) {
        return marks.length() < (row + 1) * MARK ? "" : marks.substring(row * MARK, (row + 1) * MARK);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
