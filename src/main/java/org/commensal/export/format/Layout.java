package org.commensal.export.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;

/**
 * How a table is laid out in a file whose texts have fixed widths: what was seen of each column when the table was read a
 * first time.
 */
record Layout(Table table, List<Variable> variables, long rows) {

    /**
     * A column as a program of an analyst knows it.
     *
     * @param place of its cells in a row
     * @param reason the place of the cell that says why its own is empty; negative where none does
     * @param reasons what that may say, in their order
     * @param width of its widest text or code in bytes, and at least one
     * @param bytes of all its texts
     * @param texts that are not empty
     */
    record Variable(
            Column column, int place, String name, int reason, List<Code> reasons, int width, long bytes, long texts) {

        boolean isText() {
            return column.kind() == Kind.TEXT;
        }

        String cell(String[] cells) {
            return cells[place];
        }

        /** What number the cell is, as days since {@code zero} where it is a day. */
        double number(String[] cells, LocalDate zero) {
            String cell = cells[place];
            return switch (column.kind()) {
                case TRUTH -> cell.equals("true") ? 1 : 0;
                case DAY -> ChronoUnit.DAYS.between(zero, LocalDate.parse(cell));
                case NUMBER, TEXT -> Double.parseDouble(cell);
            };
        }

        /** The place among its reasons of why the cell is empty; negative where nothing says why. */
        int why(String[] cells) {
            for (int i = 0; i < reasons.size(); i++) {
                if (reasons.get(i).value().equals(cells[reason])) {
                    return i;
                }
            }
            return -1;
        }

        /** What its numbers mean, in English. */
        SortedMap<Integer, String> meanings() {
            SortedMap<Integer, String> meanings = new TreeMap<>();
            if (column.kind() == Kind.TRUTH) {
                meanings.putAll(Map.of(0, "false", 1, "true"));
            }
            if (column.kind() == Kind.NUMBER) {
                column.codes().stream()
                        .filter(code -> code.value().matches("-?[0-9]{1,9}"))
                        .forEach(code -> meanings.put(
                                Integer.valueOf(code.value()), code.label().en()));
            }
            return meanings;
        }
    }

    /** One row, counted from one. */
    interface Row {
        void write(long number, String[] cells) throws IOException;
    }

    /** @param taken words that are no names, in lower case */
    static Layout of(Table table, int longestName, Set<String> taken) {
        List<Column> columns = table.columns();
        int[] widths = new int[columns.size()];
        long[] bytes = new long[columns.size()];
        long[] texts = new long[columns.size()];
        long[] rows = {0};
        table.rows().each(cells -> {
            for (int i = 0; i < cells.length; i++) {
                int width = LittleEndian.width(cells[i]);
                widths[i] = Math.max(widths[i], width);
                bytes[i] += width;
                texts[i] += width == 0 ? 0 : 1;
            }
            rows[0]++;
        });
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> shortened = ShortNames.of(names, longestName, taken);
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int reason = columns.get(i).reason().map(names::indexOf).orElse(-1);
            int width = columns.get(i).codes().stream()
                    .mapToInt(code -> LittleEndian.utf8(code.value()).length)
                    .reduce(Math.max(1, widths[i]), Math::max);
            List<Code> reasons = reason < 0 ? List.of() : columns.get(reason).codes();
            variables.add(
                    new Variable(columns.get(i), i, shortened.get(i), reason, reasons, width, bytes[i], texts[i]));
        }
        return new Layout(table, variables, rows[0]);
    }

    /** Reads the table again. */
    void each(Row row) throws IOException {
        each(table, row);
    }

    static long count(Table table) {
        long[] rows = {0};
        table.rows().each(cells -> rows[0]++);
        return rows[0];
    }

    /** Reads a table, and throws what writing a row throws. */
    static void each(Table table, Row row) throws IOException {
        long[] number = {0};
        try {
            table.rows().each(cells -> {
                try {
                    row.write(++number[0], cells);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
