package org.commensal.web;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** The one file that a form sent (RFC 7578) beside its other fields, read in memory; its size is bounded before. */
public record UploadedFile(String name, byte[] content) {

    private static final Text CHOOSE = new Text("Choose a file first.", "Kies eerst een bestand.");
    private static final String END_OF_LINE = "\r\n";
    private static final String END_OF_HEAD = END_OF_LINE + END_OF_LINE;
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]{0,400})\"");

    /** One part of a form: what stands above its content, and the content. */
    private record Part(String head, byte[] content) {}

    /** @throws Refusal {@code INVALID} where the form brings no file in this field */
    public static UploadedFile read(String field, MediaType type, byte[] sent) {
        return parts(type, sent).stream()
                .flatMap(part ->
                        fileName(field, part.head()).map(name -> new UploadedFile(name, part.content())).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.INVALID, CHOOSE));
    }

    /** The text that the same form sent in another field; empty where it sent none. */
    public static String value(String field, MediaType type, byte[] sent) {
        return parts(type, sent).stream()
                .filter(part -> part.head().contains(" name=\"" + field + "\"")
                        && !part.head().contains("filename="))
                .map(part -> new String(part.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static List<Part> parts(MediaType type, byte[] sent) {
        String border = "--" + type.getParameters().getOrDefault("boundary", "");
        String bytes = new String(sent, StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = bytes.indexOf(border);
        while (at >= 0) {
            int head = at + border.length();
            int body = bytes.indexOf(END_OF_HEAD, head);
            int end = body < 0 ? -1 : bytes.indexOf(END_OF_LINE + border, body + END_OF_LINE.length());
            if (end < 0) {
                break;
            }
            int from = body + END_OF_HEAD.length();
            parts.add(new Part(bytes.substring(head, body), Arrays.copyOfRange(sent, from, Math.max(from, end))));
            at = end + END_OF_LINE.length();
        }
        return parts;
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
