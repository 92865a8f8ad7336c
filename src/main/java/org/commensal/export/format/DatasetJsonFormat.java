package org.commensal.export.format;

import static org.commensal.export.format.Meanings.JSON;

import jakarta.json.stream.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;

/**
 * Dataset-JSON 1.1 of CDISC, final of 5 December 2024: a file a table, with its members in the order that the standard
 * recommends.
 *
 * <p>An empty cell is null; a day is a date as ISO 8601 has it. The time of creation is that of the release, so that a release
 * that is made again is the same. Definitions have the identifiers that they have in ODM, where the codes are.
 */
final class DatasetJsonFormat implements Format {

    private static final String FOLDER = "dataset-json";

    @Override
    public String note() {
        return """
                The folder dataset-json has the same tables as CDISC Dataset-JSON 1.1, with a null for each empty cell. Its
                time of creation is that of the release.
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return dataset.tables().stream()
                .map(table -> new File(FOLDER + "/" + table.name() + ".json", out -> write(dataset, table, out)))
                .toList();
    }

    private static long write(Dataset dataset, Table table, OutputStream out) throws IOException {
        long records = Layout.count(table);
        try (JsonGenerator json = JSON.createGenerator(new LeftOpen(out))) {
            json.writeStartObject();
            head(json, dataset, table, records);
            json.writeStartArray("columns");
            table.columns().forEach(column -> column(json, table, column));
            json.writeEnd().writeStartArray("rows");
            table.rows().each(cells -> row(json, table.columns(), cells));
            json.writeEnd().writeEnd();
        }
        return records;
    }

    private static void head(JsonGenerator json, Dataset dataset, Table table, long records) {
        json.write(
                        "datasetJSONCreationDateTime",
                        dataset.made().truncatedTo(ChronoUnit.SECONDS).toString())
                .write("datasetJSONVersion", "1.1.0")
                .write("fileOID", String.join("/", dataset.study(), dataset.name(), table.name()))
                .write("studyOID", dataset.study())
                .write("metaDataVersionOID", Oids.version(dataset))
                .write("itemGroupOID", Oids.table(table))
                .write("records", records)
                .write("name", table.name())
                .write("label", table.label().en());
    }

    private static void column(JsonGenerator json, Table table, Column column) {
        json.writeStartObject()
                .write("itemOID", Oids.column(table, column))
                .write("name", column.name())
                .write("label", column.label().en())
                .write("dataType", type(column))
                .writeEnd();
    }

    private static String type(Column column) {
        return switch (column.kind()) {
            case TEXT -> "string";
            case NUMBER -> column.type().equals("integer") ? "integer" : "double";
            case TRUTH -> "boolean";
            case DAY -> "date";
        };
    }

    private static void row(JsonGenerator json, List<Column> columns, String[] cells) {
        json.writeStartArray();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isEmpty()) {
                json.writeNull();
                continue;
            }
            switch (columns.get(i).kind()) {
                case TEXT, DAY -> json.write(cells[i]);
                case NUMBER -> json.write(new BigDecimal(cells[i]));
                case TRUTH -> json.write(cells[i].equals("true"));
            }
        }
        json.writeEnd();
    }

    /** Does not close what it writes to, as a generator would, and hands over many bytes at once. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(new BufferedOutputStream(out));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
