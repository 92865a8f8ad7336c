package org.commensal.export.format;

import static org.commensal.export.format.Meanings.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commensal.export.release.Codebook;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;

/**
 * {@code datapackage.json} of the Data Package standard 2.0 (datapackage.org), which describes the CSV files: the type of each
 * field, what its codes mean, and which field says why it is empty.
 *
 * <p>Titles are in English, and in {@code label} in both languages. Codes are as they are in CSV, where one that a spreadsheet
 * would run has an apostrophe before it.
 */
final class DataPackageFormat implements Format {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    @Override
    public String note() {
        return """
                datapackage.json describes the CSV files for programs that know Frictionless data packages.
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return List.of(new File("datapackage.json", out -> write(dataset, out)));
    }

    private static long write(Dataset dataset, OutputStream out) throws IOException {
        JsonArrayBuilder resources = JSON.createArrayBuilder();
        Stream.concat(dataset.tables().stream(), Stream.of(Codebook.of(dataset.tables())))
                .forEach(table -> resources.add(resource(table)));
        String json = JSON.createObjectBuilder()
                        .add("$schema", PROFILES + "datapackage.json")
                        .add("name", slug(dataset.study() + "-" + dataset.name()))
                        .add("title", dataset.title().en())
                        .add("description", "Release \"" + dataset.name() + "\", blinded and pseudonymised")
                        .add("created", dataset.made().toString())
                        .add("resources", resources)
                        .build()
                + "\n";
        out.write(LittleEndian.utf8(json));
        return 0;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    }

    private static JsonObjectBuilder resource(Table table) {
        JsonArrayBuilder fields = JSON.createArrayBuilder();
        table.columns().forEach(column -> fields.add(field(column)));
        return JSON.createObjectBuilder()
                .add("$schema", PROFILES + "dataresource.json")
                .add("name", slug(table.name()))
                .add("path", table.name() + "." + Formats.CSV)
                .add("type", "table")
                .add("profile", "tabular-data-resource")
                .add("format", Formats.CSV)
                .add("mediatype", "text/csv")
                .add("encoding", "utf-8")
                .add("title", table.label().en())
                .add("label", Meanings.of(table.label()))
                .add(
                        "schema",
                        JSON.createObjectBuilder()
                                .add("$schema", PROFILES + "tableschema.json")
                                .add("fields", fields)
                                .add("missingValues", JSON.createArrayBuilder().add("")));
    }

    private static JsonObjectBuilder field(Column column) {
        boolean isWhole = isWhole(column);
        JsonObjectBuilder field = JSON.createObjectBuilder()
                .add("name", column.name())
                .add("type", type(column, isWhole))
                .add("title", column.label().en())
                .add("label", Meanings.of(column.label()));
        if (!column.values().isEmpty()) {
            field.add("description", column.values());
        }
        if (column.isCoded() && (isWhole || column.kind() == Table.Kind.TEXT)) {
            codes(field, column, isWhole);
        }
        column.reason().ifPresent(reason -> field.add("reason", reason));
        return field;
    }

    private static boolean isWhole(Column column) {
        return column.kind() == Table.Kind.NUMBER
                && (column.isCoded()
                        ? column.codes().stream().allMatch(code -> code.value().matches("-?[0-9]+"))
                        : column.type().equals("integer"));
    }

    private static String type(Column column, boolean isWhole) {
        return switch (column.kind()) {
            case TEXT -> "string";
            case NUMBER -> isWhole ? "integer" : "number";
            case TRUTH -> "boolean";
            case DAY -> "date";
        };
    }

    private static void codes(JsonObjectBuilder field, Column column, boolean isWhole) {
        JsonArrayBuilder values = JSON.createArrayBuilder();
        JsonArrayBuilder categories = JSON.createArrayBuilder();
        for (Code code : column.codes()) {
            JsonValue value = isWhole
                    ? JSON.createValue(new BigInteger(code.value()))
                    : JSON.createValue(CsvFormat.neutral(code.value()));
            values.add(value);
            categories.add(JSON.createObjectBuilder().add("value", value).add("label", column.uniqueLabel(code)));
        }
        field.add("categories", categories)
                .add("constraints", JSON.createObjectBuilder().add("enum", values));
    }
}
