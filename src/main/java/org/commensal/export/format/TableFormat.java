package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.commensal.export.release.Table;

/** A format with a file for each table, in a folder of its own. */
interface TableFormat extends Format {

    /** Of its files, and the name of their folder. */
    String extension();

    /** Writes a table and leaves the stream open; the same bytes for the same table. Returns the number of rows. */
    long write(Table table, OutputStream out) throws IOException;

    @Override
    default List<File> files(Dataset dataset) {
        return dataset.tables().stream()
                .map(table -> new File(extension() + "/" + table.name() + "." + extension(), out -> write(table, out)))
                .toList();
    }
}
