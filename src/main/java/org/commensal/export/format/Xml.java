package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
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

    /** So many characters are held before they are written. */
    private static final int HELD = 1 << 13;

    private final OutputStream out;
    private final StringBuilder held = new StringBuilder(2 * HELD);
    private final Deque<String> elements = new ArrayDeque<>();
    private boolean startIsOpen;

    Xml(OutputStream out) {
        this.out = out;
        held.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /** @param attributes each name and then its value */
    Xml start(String element, String... attributes) {
        closeStart();
        held.append("\n<").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            held.append(' ').append(attributes[i]).append("=\"");
            escaped(attributes[i + 1]);
            held.append('"');
        }
        elements.push(element);
        startIsOpen = true;
        return this;
    }

    Xml text(String text) {
        closeStart();
        escaped(text);
        return this;
    }

    Xml end() throws IOException {
        String element = elements.pop();
        if (startIsOpen) {
            held.append("/>");
            startIsOpen = false;
        } else {
            held.append("</").append(element).append('>');
        }
        if (held.length() >= HELD) {
            write();
        }
        return this;
    }

    /** An element without anything in it. */
    Xml empty(String element, String... attributes) throws IOException {
        return start(element, attributes).end();
    }

    /** Hands over what is written so far and leaves the stream open. */
    void flush() throws IOException {
        write();
        out.flush();
    }

    private void write() throws IOException {
        out.write(held.toString().getBytes(StandardCharsets.UTF_8));
        held.setLength(0);
    }

    private void closeStart() {
        if (startIsOpen) {
            held.append('>');
            startIsOpen = false;
        }
    }

    private void escaped(String text) {
        if (isPlain(text)) {
            held.append(text);
        } else {
            text.codePoints().forEach(character -> {
                if (isPlain(character)) {
                    held.appendCodePoint(character);
                } else {
                    held.append(escaped(character));
                }
            });
        }
    }

    /** Whether it is written as it is, and in one piece. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > '~' || !isPlain(letter)) {
                return false;
            }
        }
        return true;
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
