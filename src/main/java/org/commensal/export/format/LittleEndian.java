package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers with their lowest byte first, and texts in UTF-8. */
final class LittleEndian {

    private final OutputStream out;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndian(OutputStream out) {
        this.out = out;
    }

    /** The lowest bytes of a whole number. */
    LittleEndian whole(long value, int bytes) throws IOException {
        number.putLong(0, value);
        out.write(number.array(), 0, bytes);
        return this;
    }

    LittleEndian real(double value) throws IOException {
        return whole(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    LittleEndian text(String text) throws IOException {
        out.write(utf8(text));
        return this;
    }

    /** A text that fits, and so many zero bytes that it takes this width. */
    LittleEndian text(String text, int width) throws IOException {
        out.write(Arrays.copyOf(utf8(text), width));
        return this;
    }

    /** A text with spaces behind it up to this width; what does not fit is cut. */
    LittleEndian spaced(String text, int width) throws IOException {
        return bytes(spaces(fit(text, width), width));
    }

    LittleEndian bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    static byte[] spaces(String text, int width) {
        byte[] bytes = utf8(text);
        return spaces(bytes, 0, bytes.length, width);
    }

    /** A part of some bytes with spaces behind it up to this width. */
    static byte[] spaces(byte[] bytes, int from, int to, int width) {
        byte[] spaced = new byte[width];
        Arrays.fill(spaced, (byte) ' ');
        System.arraycopy(bytes, from, spaced, 0, to - from);
        return spaced;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes a text is. */
    static int width(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return utf8(text).length;
            }
        }
        return text.length();
    }

    /** As much of a text as fits into so many bytes. */
    static String fit(String text, int bytes) {
        String fitting = text;
        while (utf8(fitting).length > bytes) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
        }
        return fitting;
    }
}
