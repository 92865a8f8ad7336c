package org.commensal.imports;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * A file of results as it came: CSV (RFC 4180) in UTF-8 with or without byte order mark, its cells apart by semicolons
 * where the first row has one, by commas otherwise.
 *
 * @param rows below the header, blank ones left out
 */
record ResultFile(List<Row> rows) {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 2000;
    /** Lines of one row: a quote that is never closed would run to the end of the file. */
    private static final int LONGEST_ROW = 100;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Text TOO_LARGE = new Text(
            "This file is larger than %s megabytes. Split it into files that each have the first row.",
            "Dit bestand is groter dan %s megabyte. Splits het in bestanden die elk de eerste rij hebben.");
    private static final Text TOO_LONG = new Text(
            "This file has more than %s rows. Split it into files that each have the first row.",
            "Dit bestand heeft meer dan %s rijen. Splits het in bestanden die elk de eerste rij hebben.");
    private static final Text WORKBOOK = new Text(
            "This is a spreadsheet or a zip, not CSV. Save the sheet as \"CSV UTF-8\" and choose that file.",
            "Dit is een werkblad of een zip, geen CSV. Sla het werkblad op als \"CSV UTF-8\" en kies dat bestand.");
    private static final Text NO_TEXT = new Text(
            "This file is not UTF-8 text. Save it as \"CSV UTF-8\" and choose it again.",
            "Dit bestand is geen UTF-8-tekst. Sla het op als \"CSV UTF-8\" en kies het opnieuw.");
    private static final Text QUOTES = new Text(
            "This is not CSV: quotes are opened and not closed. Have the file made again.",
            "Dit is geen CSV: er zijn aanhalingstekens geopend en niet gesloten. Laat het bestand opnieuw maken.");
    private static final Text EMPTY = new Text(
            "This file has no results: there is no row below the first one.",
            "Dit bestand heeft geen uitslagen: onder de eerste rij staat niets.");
    private static final Text CELL = new Text(
            "A cell of row %s has more than 2000 characters. Have the file made again.",
            "Een cel van rij %s heeft meer dan 2000 tekens. Laat het bestand opnieuw maken.");
    private static final Text CELLS = new Text(
            "Row %s has %s cells, and the first row has %s. Have the file made again.",
            "Rij %s heeft %s cellen en de eerste rij %s. Laat het bestand opnieuw maken.");
    private static final Text NO_COLUMN = new Text(
            "The first row has no column \"%s\". It must have: %s.",
            "In de eerste rij ontbreekt de kolom \"%s\". Nodig zijn: %s.");
    private static final Text TWICE = new Text(
            "The first row has column \"%s\" twice. Give each column a name of its own.",
            "In de eerste rij staat de kolom \"%s\" twee keer. Geef elke kolom een eigen naam.");

    /**
     * @param number of the row in a spreadsheet: the header is row 1
     * @param cells by column, without spaces around them
     */
    record Row(int number, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    ResultFile {
        rows = List.copyOf(rows);
    }

    /**
     * @param columns that must be there; others are left out
     * @throws Refusal {@code INVALID} or {@code TOO_LARGE} where the file as a whole cannot be read
     */
    static ResultFile read(byte[] content, List<String> columns) {
        if (content.length > MOST_BYTES) {
            throw new Refusal(Reason.TOO_LARGE, TOO_LARGE.with(MOST_BYTES / (1024 * 1024)));
        }
        List<String[]> rows = rows(text(content));
        String[] header = rows.isEmpty() ? new String[0] : rows.get(0);
        Map<String, Integer> places = places(header, columns);
        List<Row> read = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = rows.get(i);
            if (!isBlank(cells)) {
                read.add(row(i + 1, cells, header.length, places));
            }
        }
        if (read.isEmpty()) {
            throw new Refusal(Reason.INVALID, EMPTY);
        }
        return new ResultFile(read);
    }

    private static String text(byte[] content) {
        boolean zip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
        boolean workbook = content.length > 1 && (content[0] & 0xff) == 0xd0 && (content[1] & 0xff) == 0xcf;
        if (zip || workbook) {
            throw new Refusal(Reason.INVALID, WORKBOOK);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refusal(Reason.INVALID, NO_TEXT);
            }
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw new Refusal(Reason.INVALID, NO_TEXT);
        }
    }

    private static List<String[]> rows(String text) {
        char separator =
                text.lines().findFirst().filter(first -> first.contains(";")).isPresent() ? ';' : ',';
        List<String[]> rows = new ArrayList<>();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator).build())
                .withMultilineLimit(LONGEST_ROW)
                .build()) {
            String[] cells = reader.readNext();
            while (cells != null) {
                rows.add(cells);
                refuseIfHuge(rows.size(), cells);
                cells = reader.readNext();
            }
            return rows;
        } catch (IOException | CsvException unreadable) {
            throw new Refusal(Reason.INVALID, QUOTES);
        }
    }

    private static void refuseIfHuge(int number, String[] cells) {
        if (number > MOST_ROWS + 1) {
            throw new Refusal(Reason.TOO_LARGE, TOO_LONG.with(MOST_ROWS));
        }
        boolean huge = cells.length > MOST_COLUMNS;
        for (String cell : cells) {
            huge |= cell.length() > LONGEST_CELL;
        }
        if (huge) {
            throw new Refusal(Reason.INVALID, CELL.with(number));
        }
    }

    private static Map<String, Integer> places(String[] header, List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < header.length; i++) {
            if (places.put(header[i].strip(), i) != null) {
                twice.add(header[i].strip());
            }
        }
        for (String column : columns) {
            if (twice.contains(column)) {
                throw new Refusal(Reason.INVALID, TWICE.with(column));
            }
            if (!places.containsKey(column)) {
                throw new Refusal(Reason.INVALID, NO_COLUMN.with(column, String.join(", ", columns)));
            }
        }
        places.keySet().retainAll(columns);
        return places;
    }

    private static Row row(int number, String[] cells, int width, Map<String, Integer> places) {
        if (cells.length != width) {
            throw new Refusal(Reason.INVALID, CELLS.with(number, cells.length, width));
        }
        Map<String, String> read = new HashMap<>();
        places.forEach((column, place) -> read.put(column, cells[place].strip()));
        return new Row(number, read);
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
