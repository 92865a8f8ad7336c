package org.commensal.web;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** The one file that a form sent (RFC 7578), read in memory; its size is bounded before. */
public record UploadedFile(String name, byte[] content) {

    private static final Text CHOOSE = new Text("Choose a file first.", "Kies eerst een bestand.");
    private static final String END_OF_LINE = "\r\n";
    private static final String END_OF_HEAD = END_OF_LINE + END_OF_LINE;
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]{0,400})\"");

    /** @throws Refusal {@code INVALID} where the form brings no file in this field */
    public static UploadedFile read(String field, MediaType type, byte[] sent) {
        String border = "--" + type.getParameters().getOrDefault("boundary", "");
        String bytes = new String(sent, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf(border);
        while (at >= 0) {
            int head = at + border.length();
            int body = bytes.indexOf(END_OF_HEAD, head);
            int end = body < 0 ? -1 : bytes.indexOf(END_OF_LINE + border, body + END_OF_LINE.length());
            if (end < 0) {
                break;
            }
            Optional<String> name = fileName(field, bytes.substring(head, body));
            if (name.isPresent()) {
                int from = body + END_OF_HEAD.length();
                return new UploadedFile(name.get(), Arrays.copyOfRange(sent, from, Math.max(from, end)));
            }
            at = end + END_OF_LINE.length();
        }
        throw new Refusal(Refusal.Reason.INVALID, CHOOSE);
    }

    /** The name of the file in this part, without the folders that some browsers send; empty where there is none. */
    private static Optional<String> fileName(String field, String head) {
        Matcher found = FILE_NAME.matcher(head);
        if (!head.contains("name=\"" + field + "\"") || !found.find()) {
            return Optional.empty();
        }
        String name = new String(found.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return Optional.of(name.replaceAll(".*[/\\\\]", "").strip()).filter(said -> !said.isEmpty());
    }
}
