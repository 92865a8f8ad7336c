package org.commensal.export.format;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Override
    public List<File> files(Dataset dataset) {
        return Stream.concat(dataset.tables().stream(), Stream.of(Codebook.of(dataset.tables())))
                .map(table -> new File(table.name() + EXTENSION, out -> write(table, out)))
                .toList();
    }

    long write(Table table, OutputStream out) throws IOException {
        long[] rows = {0};
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ICSVWriter csv = new CSVWriterBuilder(text).withLineEnd("\n").build();
        csv.writeNext(table.columns().stream().map(Table.Column::name).toArray(String[]::new), false);
        table.rows().each(cells -> {
            neutralise(cells);
            csv.writeNext(cells, false);
            rows[0]++;
        });
        csv.flush();
        text.flush();
        return rows[0];
    }

    /** A small table that is all there, such as a list on a page. */
    public static String write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        ICSVWriter csv = new CSVWriterBuilder(text).withLineEnd("\n").build();
        csv.writeNext(columns.toArray(String[]::new), false);
        for (List<String> row : rows) {
            String[] cells = row.toArray(String[]::new);
            neutralise(cells);
            csv.writeNext(cells, false);
        }
        return text.toString();
    }

    private static void neutralise(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = neutral(cells[i]);
        }
    }

    /** A text as it is in a cell. */
    static String neutral(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    private static boolean isFormula(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0) {
            return false;
        }
        return !cell.matches("-[0-9]+(\\.[0-9]+)?");
    }
}
