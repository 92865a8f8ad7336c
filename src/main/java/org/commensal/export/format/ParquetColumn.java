package org.commensal.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;

/** The cells of a column for one row group: which of them are there, as definition levels, and those that are. */
final class ParquetColumn {

    private static final int BOOLEAN = 0;
    private static final int INT32 = 1;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int DATE = 6;
    private static final int STRING_TYPE = 1;
    private static final int DATE_TYPE = 6;

    private final Column column;
    private final Bits there = new Bits();
    private final Bits truths = new Bits();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final LittleEndian plain = new LittleEndian(values);

    /** Where a page is in the file, and what it is long. */
    record Page(long place, int values, int bytes) {}

    ParquetColumn(Column column) {
        this.column = column;
    }

    void add(String cell) throws IOException {
        there.add(!cell.isEmpty());
        if (cell.isEmpty()) {
            return;
        }
        switch (column.kind()) {
            case TEXT -> plain.whole(LittleEndian.utf8(cell).length, 4).text(cell);
            case NUMBER -> plain.real(Double.parseDouble(cell));
            case TRUTH -> truths.add(cell.equals("true"));
            case DAY -> plain.whole(LocalDate.parse(cell).toEpochDay(), 4);
        }
    }

    /** How much memory it takes. */
    int bytes() {
        return values.size() + there.bits.size() + truths.bits.size();
    }

    /** Writes it as one page and forgets it. */
    Page write(OutputStream out, long place) throws IOException {
        int count = there.count;
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] levels = there.take();
        byte[] run = run(levels.length);
        new LittleEndian(page)
                .whole(run.length + (long) levels.length, 4)
                .bytes(run)
                .bytes(levels);
        page.writeBytes(truths.take());
        page.writeBytes(values.toByteArray());
        values.reset();
        byte[] header = new Thrift()
                .number(1, DATA_PAGE)
                .number(2, page.size())
                .number(3, page.size())
                .begin(5)
                .number(1, count)
                .number(2, PLAIN)
                .number(3, RLE)
                .number(4, RLE)
                .end()
                .end()
                .bytes();
        out.write(header);
        page.writeTo(out);
        return new Page(place, count, header.length + page.size());
    }

    /** The head of a run of so many times eight levels of one bit each. */
    private static byte[] run(int eights) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        long rest = (long) eights << 1 | 1;
        for (; rest > 0x7F; rest >>>= 7) {
            head.write((int) (rest & 0x7F | 0x80));
        }
        head.write((int) rest);
        return head.toByteArray();
    }

    /** What the file says of it in its schema. */
    static void schema(Thrift footer, Column column) {
        footer.begin().number(1, type(column)).number(3, OPTIONAL).text(4, column.name());
        if (column.kind() == Kind.TEXT) {
            footer.number(6, UTF8).begin(10).begin(STRING_TYPE).end().end();
        }
        if (column.kind() == Kind.DAY) {
            footer.number(6, DATE).begin(10).begin(DATE_TYPE).end().end();
        }
        footer.end();
    }

    /** What the file says of one page of it. */
    static void chunk(Thrift footer, Column column, Page page) {
        footer.begin()
                .number(2, page.place())
                .begin(3)
                .number(1, type(column))
                .numbers(2, PLAIN, RLE)
                .texts(3, column.name())
                .number(4, 0)
                .number(5, (long) page.values())
                .number(6, (long) page.bytes())
                .number(7, (long) page.bytes())
                .number(9, page.place())
                .end()
                .end();
    }

    private static int type(Column column) {
        return switch (column.kind()) {
            case TEXT -> BYTE_ARRAY;
            case NUMBER -> DOUBLE;
            case TRUTH -> BOOLEAN;
            case DAY -> INT32;
        };
    }

    /** Bits, eight in a byte, the lowest first. */
    private static final class Bits {

        private final ByteArrayOutputStream bits = new ByteArrayOutputStream();
        private int last;
        private int count;

        void add(boolean bit) {
            last |= (bit ? 1 : 0) << count % 8;
            count++;
            if (count % 8 == 0) {
                bits.write(last);
                last = 0;
            }
        }

        byte[] take() {
            if (count % 8 != 0) {
                bits.write(last);
            }
            byte[] taken = bits.toByteArray();
            bits.reset();
            last = 0;
            count = 0;
            return taken;
        }
    }
}
