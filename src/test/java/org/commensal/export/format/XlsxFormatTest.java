package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Python's openpyxl, which others wrote, reads from a workbook. */
class XlsxFormatTest {

    private static final String SHOW = """
            import json, sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            print(json.dumps({sheet.title: [[cell.value for cell in row] for row in sheet.rows] for sheet in book}))
            print(json.dumps([[sheet.title, sheet["A1"].font.bold, sheet.freeze_panes, sheet.auto_filter.ref,
                               sorted({cell.data_type for row in sheet.rows for cell in row})] for sheet in book]))
            """;

    /** A code for each nasty text, which is also its label. */
    private static final Table NASTY = new Table(
            "nasty",
            Text.same("=1+1"),
            List.of(Column.choice(
                    "x",
                    Text.same("<b> & \"c\""),
                    SampleTable.NASTY.stream()
                            .filter(text -> !text.isBlank())
                            .map(text -> new Code(text, Text.same(text)))
                            .toList())),
            rows -> {});

    @TempDir
    Path folder;

    @Test
    void anotherProgramReadsTablesVariablesAndCodes() throws Exception {
        JsonNode read = new ObjectMapper().readTree(show().get(0));

        assertThat(read.get("Tables").toString())
                .isEqualTo("[[\"table\",\"label_en\",\"label_nl\",\"columns\",\"rows\"],"
                        + "[\"sample\",\"Sample – all kinds\",\"Voorbeeld\",12,5],[\"nasty\",\"=1+1\",\"=1+1\",1,0]]");
        assertThat(read.get("Variables")).hasSize(1 + 12 + 1);
        assertThat(read.get("Variables").get(2).toString())
                .isEqualTo("[\"sample\",\"often\",\"choice\",\"How often?\",\"Hoe vaak?\","
                        + "\"0 = Not at all | 3 = Every day\"]");
        assertThat(read.get("Codes")).hasSize(1 + 2 + 4 + 4 + 2 + SampleTable.NASTY.size() - 1);
        assertThat(read.get("Codes").get(1).toString())
                .isEqualTo("[\"sample\",\"often\",\"0\",\"Not at all\",\"Helemaal niet\"]");
    }

    @Test
    void everyTextIsReadAsItIsAndNoneIsAFormula() throws Exception {
        JsonNode codes = new ObjectMapper().readTree(show().get(0)).get("Codes");

        for (int i = 0; i < SampleTable.NASTY.size() - 1; i++) {
            assertThat(codes.get(1 + 12 + i).get(2).textValue()).isEqualTo(SampleTable.NASTY.get(i));
        }
        assertThat(show().get(1))
                .isEqualTo("[[\"Tables\", true, \"A2\", \"A1:E3\", [\"n\", \"s\"]],"
                        + " [\"Variables\", true, \"A2\", \"A1:F14\", [\"s\"]],"
                        + " [\"Codes\", true, \"A2\", \"A1:E32\", [\"s\"]]]");
    }

    @Test
    void noPartHasATimeOrIsCompressed() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal().toString()).isEqualTo("1980-01-01T00:00");
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("2026", "dcterms");
            }
        }
    }

    private List<String> show() throws Exception {
        Path file = folder.resolve("codebook.xlsx");
        Files.write(file, written());
        return Program.PYTHON.that("import openpyxl", folder).says(SHOW, folder, file.toString());
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxFormat()
                .files(SampleTable.dataset(SampleTable.TABLE, NASTY))
                .get(0)
                .content()
                .write(out);
        return out.toByteArray();
    }
}
