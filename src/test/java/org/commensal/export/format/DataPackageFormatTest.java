package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the description says of a CSV file is so. */
class DataPackageFormatTest {

    private static final Table SIGNS = new Table(
            "signs",
            Text.same("Signs"),
            List.of(Column.choice(
                    "sign",
                    Text.same("Sign"),
                    List.of(
                            new Code("+", Text.same("present")),
                            new Code("-", Text.same("absent")),
                            new Code("?", Text.same("absent"))))),
            rows -> rows.accept(new String[] {"+"}));
    private static final Dataset DATASET = SampleTable.dataset(SampleTable.TABLE, SampleTable.NO_ROWS, SIGNS);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyCellIsAsItsFieldIsDescribed(int place) throws Exception {
        JsonNode resource = described().get("resources").get(place);
        List<String[]> csv = csv(resource.get("path").textValue());

        JsonNode schema = resource.get("schema");
        assertThat(schema.get("missingValues").toString()).isEqualTo("[\"\"]");
        assertThat(schema.get("fields").findValuesAsText("name")).containsExactly(csv.get(0));
        for (String[] row : csv.subList(1, csv.size())) {
            for (int i = 0; i < row.length; i++) {
                assertThat(fits(schema.get("fields").get(i), row[i]))
                        .as(row[i] + " in " + schema.get("fields").get(i))
                        .isTrue();
            }
        }
    }

    @Test
    void aFieldHasTypeLabelsCodesAndTheReasonsOfItsGaps() throws IOException {
        JsonNode fields = described().get("resources").get(0).get("schema").get("fields");

        assertThat(fields.get(1).toString())
                .isEqualTo("{\"name\":\"often\",\"type\":\"integer\",\"title\":\"How often?\","
                        + "\"label\":{\"en\":\"How often?\",\"nl\":\"Hoe vaak?\"},"
                        + "\"description\":\"0 = Not at all | 3 = Every day\","
                        + "\"categories\":[{\"value\":0,\"label\":\"Not at all\"},{\"value\":3,\"label\":\"Every day\"}],"
                        + "\"constraints\":{\"enum\":[0,3]},\"reason\":\"often_missing\"}");
        assertThat(fields.findValuesAsText("type"))
                .startsWith("string", "integer", "string", "number", "string", "boolean", "date", "string");
    }

    @Test
    void codesAreAsInTheFileAndNoTwoHaveOneLabel() throws IOException {
        JsonNode sign =
                described().get("resources").get(2).get("schema").get("fields").get(0);

        assertThat(sign.get("constraints").get("enum").toString()).isEqualTo("[\"'+\",\"'-\",\"?\"]");
        assertThat(sign.get("categories").findValuesAsText("label"))
                .containsExactly("present", "absent (-)", "absent (?)");
    }

    private static boolean fits(JsonNode field, String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        boolean isAllowed = !field.has("constraints")
                || field.get("constraints").get("enum").toString().contains(cell);
        return isAllowed
                && switch (field.get("type").textValue()) {
                    case "integer" -> cell.matches("-?[0-9]+");
                    case "number" -> new BigDecimal(cell.replaceFirst("^'", "")).scale() >= 0;
                    case "boolean" -> cell.matches("true|false");
                    case "date" -> LocalDate.parse(cell).toString().equals(cell);
                    default -> true;
                };
    }

    private static JsonNode described() throws IOException {
        return new ObjectMapper()
                .readTree(text(new DataPackageFormat().files(DATASET).get(0)));
    }

    private static List<String[]> csv(String path) throws IOException, CsvException {
        for (Format.File file : new CsvFormat().files(DATASET)) {
            if (file.name().equals(path)) {
                try (CSVReader reader = new CSVReader(new StringReader(text(file)))) {
                    return new ArrayList<>(reader.readAll());
                }
            }
        }
        throw new AssertionError("there is no file " + path);
    }

    private static String text(Format.File file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
