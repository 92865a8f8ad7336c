package org.commensal.export.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** The compact protocol of Apache Thrift, in which Parquet writes its headers; fields in ascending order. */
final class Thrift {

    private static final int WHOLE_32 = 5;
    private static final int WHOLE_64 = 6;
    private static final int BYTES = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int LONGEST_SHORT_LIST = 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> fieldsAround = new ArrayDeque<>();
    private int field;

    Thrift number(int id, int value) {
        field(id, WHOLE_32);
        return zigzag(value);
    }

    Thrift number(int id, long value) {
        field(id, WHOLE_64);
        return zigzag(value);
    }

    Thrift text(int id, String text) {
        field(id, BYTES);
        return element(text);
    }

    Thrift begin(int id) {
        field(id, STRUCT);
        return begin();
    }

    /** A struct that is an element of a list. */
    Thrift begin() {
        fieldsAround.push(field);
        field = 0;
        return this;
    }

    Thrift end() {
        out.write(0);
        field = fieldsAround.isEmpty() ? 0 : fieldsAround.pop();
        return this;
    }

    Thrift structs(int id, int size) {
        return list(id, size, STRUCT);
    }

    Thrift numbers(int id, int... values) {
        list(id, values.length, WHOLE_32);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    Thrift texts(int id, String text) {
        return list(id, 1, BYTES).element(text);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private Thrift list(int id, int size, int type) {
        field(id, LIST);
        if (size <= LONGEST_SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
        return this;
    }

    private void field(int id, int type) {
        out.write(id - field << 4 | type);
        field = id;
    }

    private Thrift element(String text) {
        byte[] bytes = LittleEndian.utf8(text);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private Thrift zigzag(long value) {
        varint(value << 1 ^ value >> 63);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            out.write((int) (rest & 0x7F | 0x80));
        }
        out.write((int) rest);
    }
}
