package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.export.release.Codebook;
import org.commensal.export.release.Table;

/**
 * CSV as RFC 4180 has it: UTF-8 without a byte order mark, comma, a header line, quotes where needed, LF at the end of
 * each line.
 *
 * <p>The files of the tables and the codebook are in no folder. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; a negative number stays one.
 */
public final class CsvFormat implements Format {

    private static final String EXTENSION = ".csv";
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    @Override
    public List<File> files(Dataset dataset) {
        return Stream.concat(dataset.tables().stream(), Stream.of(Codebook.of(dataset.tables())))
                .map(table -> new File(table.name() + EXTENSION, out -> write(table, out)))
                .toList();
    }

    long write(Table table, OutputStream out) throws IOException {
        CsvLines lines = new CsvLines(out);
        lines.write(table.columns().stream().map(Table.Column::name).toArray(String[]::new));
        long[] rows = {0};
        Layout.each(table, (number, cells) -> {
            lines.write(cells);
            rows[0] = number;
        });
        lines.flush();
        return rows[0];
    }

    /** A small table that is all there, such as a list on a page. */
    public static String write(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(CsvLines.line(columns.toArray(String[]::new)));
        rows.forEach(row -> text.append(CsvLines.line(neutral(row.toArray(String[]::new)))));
        return text.toString();
    }

    /** A row without what a spreadsheet would run. */
    static String[] neutral(String[] cells) {
        return Stream.of(cells).map(CsvFormat::neutral).toArray(String[]::new);
    }

    /** A text as it is in a cell. */
    static String neutral(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    static boolean isFormula(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        return !NEGATIVE.matcher(cell).matches();
    }
}
