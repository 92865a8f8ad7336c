package org.commensal.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What every source must be before anything of it is looked at: not too large, and text. */
final class SourceText {

    static final int LARGEST = 4 * 1024 * 1024;
    static final int LONGEST_VALUE = 20_000;
    static final int DEEPEST = 40;

    private SourceText() {}

    static void refuseIfTooLarge(String file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new FaultyImport(
                    file, 1, "This file has " + bytes.length + " bytes.", "Import at most " + LARGEST + " bytes.");
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
            throw new FaultyImport(file, line, "This is not UTF-8 text.", "Save the file as UTF-8.");
        }
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
