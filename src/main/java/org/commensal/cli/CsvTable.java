package org.commensal.cli;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A file of rows: CSV (RFC 4180) in UTF-8 with or without byte order mark. Its cells are apart by what was given,
 * otherwise by semicolons where the first row has one, otherwise by tabs where it has one, otherwise by commas.
 *
 * @param file as it was named
 * @param rows the first among them; blank lines left out
 */
record CsvTable(String file, char delimiter, List<Row> rows) {

    private static final long MOST_BYTES = 100L * 1024 * 1024;
    private static final int MOST_ROWS = 1_000_000;
    /** Lines of one row: a quote that is never closed would run to the end of the file. */
    private static final int LONGEST_ROW = 100;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param line of the file where the row begins */
    record Row(int line, List<String> cells) {}

    static CsvTable read(Path path, Optional<Character> given) {
        String text = text(path);
        return of(path, text, given.orElseGet(() -> delimiter(text)));
    }

    /** Apart by what was given for another file where the first row of this one has it, otherwise by its own. */
    static CsvTable beside(Path path, Optional<Character> given) {
        String text = text(path);
        return of(
                path,
                text,
                given.filter(delimiter -> first(text).indexOf(delimiter) >= 0).orElseGet(() -> delimiter(text)));
    }

    private static CsvTable of(Path path, String text, char delimiter) {
        return new CsvTable(path.toString(), delimiter, rows(path, text, delimiter));
    }

    private static String text(Path path) {
        if (Library.reading(path, path, Files::size) > MOST_BYTES) {
            throw Stopped.noInput(path + " is larger than 100 MB. Leave columns out, or take a sample.");
        }
        return text(path, Library.reading(path, path, Files::readAllBytes));
    }

    private static String text(Path path, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0 && !text.startsWith("PK")) {
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            }
        } catch (CharacterCodingException malformed) {
            // said below: a spreadsheet is no text either
        }
        throw Stopped.noInput(path + " is not CSV in UTF-8. Save it as \"CSV UTF-8\".");
    }

    private static char delimiter(String text) {
        String first = first(text);
        if (first.contains(";")) {
            return ';';
        }
        return first.contains("\t") ? '\t' : ',';
    }

    /** The first line without what stands in quotes. */
    private static String first(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    }

    private static List<Row> rows(Path path, String text, char delimiter) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(delimiter).build())
                .withMultilineLimit(LONGEST_ROW)
                .build()) {
            long before = 0;
            String[] cells = reader.readNext();
            while (cells != null) {
                boolean isBlank = cells.length == 1 && cells[0].isBlank();
                if (!isBlank || (!rows.isEmpty() && rows.get(0).cells().size() == 1)) {
                    Arrays.setAll(cells, keeping(cells, known));
                    rows.add(new Row((int) before + 1, List.of(cells)));
                }
                if (rows.size() > MOST_ROWS + 1) {
                    throw Stopped.noInput(path + " has more than " + MOST_ROWS + " rows. Take a sample.");
                }
                before = reader.getLinesRead();
                cells = reader.readNext();
            }
            return rows;
        } catch (IOException | CsvValidationException unreadable) {
            int after = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).line();
            throw Stopped.noInput(path + " is not CSV: after line " + after
                    + " a quote is opened and not closed. Close every quote.");
        }
    }

    /** A value that comes again is kept once. */
    private static IntFunction<String> keeping(String[] cells, Map<String, String> known) {
        return place -> {
            String before = known.putIfAbsent(cells[place], cells[place]);
            return before == null ? cells[place] : before;
        };
    }
}
