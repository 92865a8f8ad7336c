package org.commensal.export.redcap;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows under names, as they are written one after the other and held nowhere: CSV with a line of headings, or JSON with an
 * object a row. Texts are not changed: programs read them, and no spreadsheet.
 */
interface Sheet {

    void row(List<String> cells);

    /** Ends it, and leaves what it was written on open. */
    void end();

    /**
     * @param names of the columns
     * @param headings above them, in CSV
     */
    static Sheet on(OutputStream out, Wanted.Format format, List<String> names, List<String> headings) {
        return format == Wanted.Format.CSV ? new Csv(out, headings) : new Json(out, names, true);
    }

    static void write(Listing listing, Wanted.Format format, OutputStream out) {
        Sheet sheet = listing.isOne() && format == Wanted.Format.JSON
                ? new Json(out, listing.columns(), false)
                : on(out, format, listing.columns(), listing.columns());
        listing.rows().forEach(sheet::row);
        sheet.end();
    }

    /** As RFC 4180 has it, quoted where needed, with LF at the end of each line. */
    final class Csv implements Sheet {

        private final Writer text;
        private final ICSVWriter csv;

        Csv(OutputStream out, List<String> headings) {
            text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv = new CSVWriterBuilder(text).withLineEnd("\n").build();
            row(headings);
        }

        @Override
        public void row(List<String> cells) {
            csv.writeNext(cells.toArray(String[]::new), false);
        }

        @Override
        public void end() {
            try {
                csv.flush();
                text.flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Every value is a text, as REDCap writes them; of a single object, whole numbers are numbers. */
    final class Json implements Sheet {

        private static final JsonProvider JSON = JsonProvider.provider();

        private final JsonGenerator json;
        private final List<String> names;
        private final boolean isList;

        Json(OutputStream out, List<String> names, boolean isList) {
            this.json = JSON.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            this.names = names;
            this.isList = isList;
            if (isList) {
                json.writeStartArray();
            }
        }

        @Override
        public void row(List<String> cells) {
            json.writeStartObject();
            for (int i = 0; i < names.size(); i++) {
                String cell = cells.get(i);
                if (!isList && cell.matches("[0-9]{1,10}")) {
                    json.write(names.get(i), Long.parseLong(cell));
                } else {
                    json.write(names.get(i), cell);
                }
            }
            json.writeEnd();
        }

        @Override
        public void end() {
            if (isList) {
                json.writeEnd();
            }
            json.flush();
        }
    }
}
