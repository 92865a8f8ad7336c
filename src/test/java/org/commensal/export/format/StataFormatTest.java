package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commensal.export.release.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What R's package haven, which others wrote, reads from a file of Stata's. */
class StataFormatTest {

    @TempDir
    Path folder;

    @Test
    void anotherProgramReadsEveryCellLabelAndReason() throws Exception {
        Path file = folder.resolve("sample.dta");
        try (var out = Files.newOutputStream(file)) {
            assertThat(new StataFormat().write(SampleTable.TABLE, out)).isEqualTo(5);
        }

        assertThat(Haven.read("read_dta", file))
                .containsExactly(
                        "table: Sample – all kinds",
                        "subject | Subject | a b c d e",
                        "often | How often? | 3 .b 0 .a . | 0=Not at all 3=Every day .a=not asked"
                                + " .b=skipped by the person .c=preferred not to say .d=not known",
                        "often_missing | Why not | - skipped - not-applicable -",
                        "weight | " + "Weight in kg ".repeat(9).substring(0, 80) + " | 71.25 .c -1e-07 .d .",
                        "weight_missing | Why not | - refused - unknown -",
                        "late | Late | 1 0 . 1 1 | 0=false 1=true",
                        "day | Day | 2026-11-30 1959-12-31 . . .",
                        "who | Who | nurse zoë - - -",
                        "a_name_that_is_longer_than_any_p | One | x - \"q\", it's - -",
                        "a_name_that_is_longer_than_any_2 | Two | y - =1 - -",
                        "in2 | A word of Stata | in - - - -",
                        "long2 | A long text | " + SampleTable.LONG + " - z - -");
    }

    @Test
    void theSameTableIsTheSameBytes() throws IOException {
        assertThat(bytes(SampleTable.TABLE)).isEqualTo(bytes(SampleTable.TABLE));
    }

    @Test
    void aTableWithoutRowsIsReadToo() throws Exception {
        Path file = folder.resolve("empty.dta");
        Table empty = new Table("empty", SampleTable.TABLE.label(), SampleTable.TABLE.columns(), rows -> {});
        Files.write(file, bytes(empty));

        List<String> read = Haven.read("read_dta", file);

        assertThat(read)
                .hasSize(1 + empty.columns().size())
                .contains("weight | " + "Weight in kg ".repeat(9).substring(0, 80) + " | ");
    }

    private static byte[] bytes(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StataFormat().write(table, out);
        return out.toByteArray();
    }
}
