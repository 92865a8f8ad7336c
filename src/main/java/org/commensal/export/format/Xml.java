package org.commensal.export.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0 in UTF-8, element by element.
 *
 * <p>Lines and tabs within attributes are kept, which the writers of the platform do not do. What XML has no character for is
 * written as the replacement character.
 */
final class Xml {

    private final Writer out;
    private final Deque<String> elements = new ArrayDeque<>();
    private boolean startIsOpen;

    Xml(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** @param attributes each name and then its value */
    Xml start(String element, String... attributes) throws IOException {
        closeStart();
        out.write("\n<");
        out.write(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(' ');
            out.write(attributes[i]);
            out.write("=\"");
            escaped(attributes[i + 1]);
            out.write('"');
        }
        elements.push(element);
        startIsOpen = true;
        return this;
    }

    Xml text(String text) throws IOException {
        closeStart();
        escaped(text);
        return this;
    }

    Xml end() throws IOException {
        String element = elements.pop();
        if (startIsOpen) {
            out.write("/>");
            startIsOpen = false;
        } else {
            out.write("</" + element + ">");
        }
        return this;
    }

    /** An element without anything in it. */
    Xml empty(String element, String... attributes) throws IOException {
        return start(element, attributes).end();
    }

    /** Hands over what is written so far and leaves the stream open. */
    void flush() throws IOException {
        out.flush();
    }

    private void closeStart() throws IOException {
        if (startIsOpen) {
            out.write('>');
            startIsOpen = false;
        }
    }

    private void escaped(String text) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!isPlain(character)) {
                out.write(text, written, i - written);
                out.write(escaped(character));
                written = i + Character.charCount(character);
            }
        }
        out.write(text, written, text.length() - written);
    }

    private static boolean isPlain(int character) {
        return isCharacter(character) && character != '&' && character != '<' && character != '>' && character != '"';
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\t', '\n', '\r' -> "&#" + character + ";";
            default -> "\uFFFD";
        };
    }

    private static boolean isCharacter(int character) {
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character >= ' ' && !isSurrogate && character != 0xFFFE && character != 0xFFFF;
    }
}
