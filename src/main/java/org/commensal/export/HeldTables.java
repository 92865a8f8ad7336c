package org.commensal.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.commensal.export.release.Table;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a release for several writers: each is read from the database once and then held, as long as all of them fit
 * into the bytes that they share. One that does not fit is read again for every writer.
 */
final class HeldTables {

    /** Some millions of cells, most of which are empty and take one byte. */
    static final int BYTES = 16 << 20;

    private int left;

    private HeldTables(int bytes) {
        this.left = bytes;
    }

    /** @param bytes that all of them may take together */
    static List<Table> of(List<Table> tables, int bytes) {
        HeldTables held = new HeldTables(bytes);
        return tables.stream()
                .map(table -> new Table(table.name(), table.label(), table.columns(), held.new Rows(table)))
                .toList();
    }

    private final class Rows implements Table.Rows {

        private final Table table;
        private byte @Nullable [] held;
        private boolean fits = true;

        Rows(Table table) {
            this.table = table;
        }

        @Override
        public void each(Consumer<String[]> row) {
            if (held != null) {
                give(held, row);
            } else if (fits) {
                hold(row);
            } else {
                table.rows().each(row);
            }
        }

        @Override
        public void of(Set<String> subjects, Consumer<String[]> row) {
            if (held == null && !fits) {
                table.rows().of(subjects, row);
            } else {
                Table.Rows.super.of(subjects, row);
            }
        }

        private void hold(Consumer<String[]> row) {
            Bytes bytes = new Bytes();
            table.rows().each(cells -> {
                if (fits) {
                    bytes.write(cells);
                    fits = bytes.size() <= left;
                }
                if (!fits) {
                    bytes.forget();
                }
                row.accept(cells);
            });
            if (fits) {
                held = bytes.toByteArray();
                left -= held.length;
            }
        }

        private void give(byte[] bytes, Consumer<String[]> row) {
            Texts texts = new Texts(bytes);
            while (!texts.isOver()) {
                String[] cells = new String[table.columns().size()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = texts.next();
                }
                row.accept(cells);
            }
        }
    }

    /** Texts one after the other, each after its length in bytes: seven bits a byte, the lowest first. */
    private static final class Bytes extends ByteArrayOutputStream {

        void write(String[] cells) {
            for (String cell : cells) {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                int length = text.length;
                for (; length > 0x7F; length >>>= 7) {
                    write(length & 0x7F | 0x80);
                }
                write(length);
                writeBytes(text);
            }
        }

        /** Lets go of the memory as well. */
        void forget() {
            buf = new byte[0];
            count = 0;
        }
    }

    /** Reads what {@link Bytes} wrote. */
    private static final class Texts {

        private final byte[] bytes;
        private int place;

        Texts(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isOver() {
            return place == bytes.length;
        }

        String next() {
            int length = 0;
            int part = 0x80;
            for (int shift = 0; (part & 0x80) != 0; shift += 7) {
                part = bytes[place++];
                length |= (part & 0x7F) << shift;
            }
            String text = length == 0 ? "" : new String(bytes, place, length, StandardCharsets.UTF_8);
            place += length;
            return text;
        }
    }
}
