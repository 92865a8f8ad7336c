package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import org.commensal.export.release.Table;

/** A way to write a table, so that a program of an analyst reads it. */
public interface Format {

    /** What an analyst has to know before reading its files, in lines; nothing where there is nothing to know. */
    default String note() {
        return "";
    }

    /** Writes a table and leaves the stream open; the same bytes for the same table. Returns the number of rows. */
    long write(Table table, OutputStream out) throws IOException;
}
