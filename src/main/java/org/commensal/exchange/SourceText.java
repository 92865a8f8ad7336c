package org.commensal.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What every source must be before anything of it is looked at: not too large, and text. */
final class SourceText {

    static final int LARGEST = 4 * 1024 * 1024;
    static final int LONGEST_VALUE = 20_000;
    static final int DEEPEST = 40;

    private static final int START = 4000;
    private static final int LONGEST_WORD = 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String SAVE = "Save the file as UTF-8; Excel calls that \"CSV UTF-8\".";

    private SourceText() {}

    static void refuseIfTooLarge(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new FaultyImport(
                    file, 1, "This file has " + bytes.length + " bytes.", "Import at most " + LARGEST + " bytes.");
        }
    }

    /** What is no text of ours at first sight: nothing at all, an office document, or text in two bytes a character. */
    static void refuseUnlessText(String file, byte[] bytes) {
        refuseIfTooLarge(file, bytes);
        String start = new String(bytes, 0, Math.min(START, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.replace("\u00EF\u00BB\u00BF", "").isBlank()) {
            throw new FaultyImport(file, 1, "This file is empty.", "Export it once more.");
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new FaultyImport(
                    file,
                    1,
                    "This is a zip or an Excel workbook.",
                    "Unzip it, or save the sheet as \"CSV UTF-8\"; import that file.");
        }
        if (start.startsWith("\u00FF\u00FE")
                || start.startsWith("\u00FE\u00FF")
                || start.matches("(?s)\\x00?[<{\"A-Z]\\x00.*")) {
            throw new FaultyImport(file, 1, "This is UTF-16 text.", SAVE);
        }
    }

    static String utf8(String file, byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new FaultyImport(
                    file,
                    line,
                    "This is not UTF-8 text; in Windows-1252 it would say \"" + word(bytes, input.position()) + "\".",
                    SAVE);
        }
    }

    /** The word around a byte, as a Dutch Excel writes it unless it is told otherwise. */
    private static String word(byte[] bytes, int at) {
        int from = Math.max(0, at - LONGEST_WORD);
        int to = Math.min(bytes.length, at + LONGEST_WORD);
        String before = new String(bytes, from, at - from, WINDOWS).replaceAll("(?s).*[^\\p{L}]", "");
        String after = new String(bytes, at, to - at, WINDOWS).replaceAll("(?s)(?<=.)[^\\p{L}].*", "");
        return before + after;
    }

    static String value(String file, int line, String path, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new FaultyImport(
                    file,
                    line,
                    path + " has " + value.length() + " characters.",
                    "Shorten it to " + LONGEST_VALUE + " characters.");
        }
        return value;
    }

    static FaultyImport tooDeep(String file, int line) {
        return new FaultyImport(
                file, line, "This is nested more than " + DEEPEST + " deep.", "Take out some of the levels.");
    }
}
