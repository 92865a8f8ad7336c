package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.commensal.export.format.ParquetColumn.Page;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;

/**
 * Apache Parquet, as its format description has it: flat, plain, not compressed and in row groups, so that a table is held
 * nowhere.
 *
 * <p>Every column may be null: a text, a double, a boolean or a date. What columns and codes mean in both languages is in
 * the file's metadata as JSON, under {@code codebook}. Nothing is compressed here, since the same table would be other bytes
 * on a machine with another compressor; the zip around it is compressed.
 */
final class ParquetFormat implements TableFormat {

    private static final String MAGIC = "PAR1";
    /** After so many bytes or rows the next row group begins. */
    private static final int BYTES_AT_ONCE = 4 << 20;

    private static final int ROWS_AT_ONCE = 100_000;

    private record Group(int rows, List<Page> pages) {

        long bytes() {
            return pages.stream().mapToLong(Page::bytes).sum();
        }
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public String note() {
        return """
                The folder parquet has the same tables for Arrow, DuckDB, Polars and Spark, with a null for each empty cell
                and the meanings of columns and codes as JSON in the metadata of the file, under the key codebook.
                """;
    }

    @Override
    public long write(Table table, OutputStream out) throws IOException {
        Writing writing = new Writing(table, out);
        Layout.each(table, (number, cells) -> writing.row(cells));
        return writing.end();
    }

    /** A file that is being written. */
    private static final class Writing {

        private final Table table;
        private final OutputStream out;
        private final List<ParquetColumn> columns;
        private final List<Group> groups = new ArrayList<>();
        private long place = MAGIC.length();
        private int rows;

        Writing(Table table, OutputStream out) throws IOException {
            this.table = table;
            this.out = out;
            this.columns = table.columns().stream().map(ParquetColumn::new).toList();
            out.write(LittleEndian.utf8(MAGIC));
        }

        void row(String[] cells) throws IOException {
            int bytes = 0;
            for (int i = 0; i < cells.length; i++) {
                columns.get(i).add(cells[i]);
                bytes += columns.get(i).bytes();
            }
            rows++;
            if (rows == ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) {
                group();
            }
        }

        private void group() throws IOException {
            List<Page> pages = new ArrayList<>();
            for (ParquetColumn column : columns) {
                Page page = column.write(out, place);
                pages.add(page);
                place += page.bytes();
            }
            groups.add(new Group(rows, pages));
            rows = 0;
        }

        long end() throws IOException {
            if (rows > 0) {
                group();
            }
            long all = groups.stream().mapToLong(Group::rows).sum();
            byte[] footer = footer(all);
            new LittleEndian(out).bytes(footer).whole(footer.length, 4).text(MAGIC);
            return all;
        }

        private byte[] footer(long all) {
            List<Column> described = table.columns();
            Thrift footer = new Thrift().number(1, 1).structs(2, described.size() + 1);
            footer.begin().text(4, "schema").number(5, described.size()).end();
            described.forEach(column -> ParquetColumn.schema(footer, column));
            footer.number(3, all).structs(4, groups.size());
            for (Group group : groups) {
                footer.begin().structs(1, described.size());
                for (int i = 0; i < described.size(); i++) {
                    ParquetColumn.chunk(footer, described.get(i), group.pages().get(i));
                }
                footer.number(2, group.bytes()).number(3, (long) group.rows()).end();
            }
            footer.structs(5, 1)
                    .begin()
                    .text(1, "codebook")
                    .text(2, Meanings.of(table).toString())
                    .end();
            return footer.end().bytes();
        }
    }
}
