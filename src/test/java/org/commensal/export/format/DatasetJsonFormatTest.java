package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jackson reads from a file of Dataset-JSON, and what the standard asks of it. */
class DatasetJsonFormatTest {

    /** The tables of members in "CDISC Dataset-JSON v1.1 Specification", 2024-12-05, as a schema. */
    private static final String STANDARD = """
            {"$schema": "https://json-schema.org/draft/2019-09/schema", "type": "object", "additionalProperties": false,
             "required": ["datasetJSONCreationDateTime", "datasetJSONVersion", "itemGroupOID", "records", "name", "label",
                          "columns"],
             "$defs": {"oid": {"type": "string", "minLength": 1},
                       "moment": {"type": "string", "pattern":
                         "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?((([+]|-)[0-9]{2}:[0-9]{2})|Z)?$"}},
             "properties": {
               "datasetJSONCreationDateTime": {"$ref": "#/$defs/moment"},
               "datasetJSONVersion": {"type": "string", "pattern": "^1[.]1([.](0|([1-9][0-9]*)))?$"},
               "fileOID": {"$ref": "#/$defs/oid"}, "studyOID": {"$ref": "#/$defs/oid"},
               "metaDataVersionOID": {"$ref": "#/$defs/oid"}, "itemGroupOID": {"$ref": "#/$defs/oid"},
               "records": {"type": "integer", "minimum": 0},
               "name": {"$ref": "#/$defs/oid"}, "label": {"type": "string"},
               "columns": {"type": "array", "items": {"type": "object", "additionalProperties": false,
                 "required": ["itemOID", "name", "label", "dataType"],
                 "properties": {"itemOID": {"$ref": "#/$defs/oid"}, "name": {"$ref": "#/$defs/oid"},
                                "label": {"type": "string"},
                                "dataType": {"enum": ["string", "integer", "decimal", "float", "double", "boolean",
                                                      "datetime", "date", "time", "URI"]}}}},
               "rows": {"type": "array", "items": {"type": "array", "items":
                 {"type": ["string", "number", "integer", "boolean", "null"]}}}}}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Table> tables() {
        return List.of(SampleTable.TABLE, SampleTable.ONE_COLUMN, SampleTable.NO_ROWS, SampleTable.LARGE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anotherProgramReadsEveryCell(Table table) throws IOException {
        JsonNode read = JSON.readTree(written(table));
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : read.get("rows")) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(value(table.columns().get(i).kind(), row.get(i)));
            }
            rows.add(values);
        }

        assertThat(rows).isEqualTo(SampleTable.values(table));
        assertThat(read.get("records").asInt()).isEqualTo(rows.size());
        assertThat(read.get("columns").findValuesAsText("name"))
                .isEqualTo(table.columns().stream().map(Table.Column::name).toList());
    }

    @Test
    void itIsAsTheStandardHasIt() throws IOException {
        for (Table table : List.of(SampleTable.TABLE, SampleTable.ONE_COLUMN, SampleTable.NO_ROWS)) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V201909)
                            .getSchema(STANDARD)
                            .validate(written(table), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void itsTimeIsThatOfTheRelease() throws IOException {
        assertThat(written(SampleTable.TABLE))
                .startsWith(
                        "{\"datasetJSONCreationDateTime\":\"2026-11-23T08:00:00Z\",\"datasetJSONVersion\":\"1.1.0\"");
    }

    @Test
    void aColumnHasTheTypeOfItsCells() throws IOException {
        assertThat(JSON.readTree(written(SampleTable.TABLE)).get("columns").findValuesAsText("dataType"))
                .startsWith("string", "double", "string", "double", "string", "boolean", "date", "string");
    }

    private static @Nullable Object value(Kind kind, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> cell.textValue();
            case NUMBER -> cell.doubleValue();
            case TRUTH -> cell.booleanValue();
            case DAY -> LocalDate.parse(cell.textValue());
        };
    }

    private static String written(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetJsonFormat()
                .files(SampleTable.dataset(table))
                .get(0)
                .content()
                .write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
