package org.commensal.export.format;

import com.opencsv.CSVWriterBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * Lines of CSV in UTF-8, as OpenCSV writes them. Of most lines no cell needs a quote or an apostrophe, and each is ASCII:
 * these are copied as they are, and the others are left to OpenCSV.
 */
final class CsvLines {

    private static final int BYTES = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BYTES];
    private int length;

    /** @param out is handed many bytes at once, and left open */
    CsvLines(OutputStream out) {
        this.out = out;
    }

    void write(String[] cells) throws IOException {
        int most = cells.length;
        for (String cell : cells) {
            most += cell.length();
        }
        if (most > BYTES - length) {
            flush();
        }
        if (most > BYTES || !copy(cells)) {
            byte[] line = line(CsvFormat.neutral(cells)).getBytes(StandardCharsets.UTF_8);
            flush();
            out.write(line);
        }
    }

    /** Hands over what is written so far. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** Copies a line of which every cell is what it looks like; of another nothing. */
    private boolean copy(String[] cells) {
        int place = length;
        for (String cell : cells) {
            if (CsvFormat.isFormula(cell)) {
                return false;
            }
            for (int i = 0; i < cell.length(); i++) {
                char letter = cell.charAt(i);
                if (letter > 0x7E || letter == '"' || letter == ',' || letter < ' ') {
                    return false;
                }
                buffer[place++] = (byte) letter;
            }
            buffer[place++] = ',';
        }
        buffer[place - 1] = '\n';
        length = place;
        return true;
    }

    /** A line as OpenCSV writes it. */
    static String line(String[] cells) {
        StringWriter line = new StringWriter();
        new CSVWriterBuilder(line).withLineEnd("\n").build().writeNext(cells, false);
        return line.toString();
    }
}
