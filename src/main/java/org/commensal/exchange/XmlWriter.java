package org.commensal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes XML by hand, so that it is the same bytes on every machine and new lines in attributes survive. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth = 0;

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An element that holds nothing. */
    void empty(String name, String... attributes) {
        open(name, attributes);
        out.append("/>\n");
    }

    void text(String name, String words, String... attributes) {
        open(name, attributes);
        out.append('>').append(escaped(words, false)).append("</").append(name).append(">\n");
    }

    void element(String name, Consumer<XmlWriter> inside, String... attributes) {
        open(name, attributes);
        out.append(">\n");
        depth++;
        inside.accept(this);
        depth--;
        out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    private void open(String name, String... attributes) {
        out.append("  ".repeat(depth)).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1], true))
                    .append('"');
        }
    }

    private static String escaped(String words, boolean attribute) {
        String safe = words.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return attribute ? safe.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;") : safe;
    }
}
