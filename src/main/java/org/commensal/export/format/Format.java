package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A way to write a release, so that a program of an analyst reads it. */
public interface Format {

    /** What an analyst has to know before reading its files, in lines; nothing where there is nothing to know. */
    default String note() {
        return "";
    }

    /** Its files in their order. Which there are follows from the names of the tables alone. */
    List<File> files(Dataset dataset);

    /** @param name with its folder */
    record File(String name, Content content) {}

    /** What is in a file. */
    interface Content {

        /**
         * Writes it and leaves the stream open; the same bytes for the same dataset.
         *
         * @return the number of rows of a table; 0 for another file
         */
        long write(OutputStream out) throws IOException;
    }
}
