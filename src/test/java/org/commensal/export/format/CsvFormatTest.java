package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet would run is written as text, and everything else as it is. */
class CsvFormatTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "=1+1              | '=1+1",
                "+31 6 12345678    | '+31 6 12345678",
                "@SUM(A1)          | '@SUM(A1)",
                "-                 | '-",
                "-5                | -5",
                "-12.75            | -12.75",
                "-1e5              | '-1e5",
                "5                 | 5",
                "`a,b`             | `\"a,b\"`",
                "say \"no\"        | \"say \"\"no\"\"\"",
                "=\"a\",b          | \"'=\"\"a\"\",b\"",
                "Zoë               | Zoë",
            })
    void aCellIsWrittenSoThatNothingRuns(String cell, String written) throws IOException {
        assertThat(csv(cell)).isEqualTo("subject,x\n1," + written + "\n");
    }

    @Test
    void aTabOrALineEndCannotHideAFormula() throws IOException {
        assertThat(csv("\t=1")).isEqualTo("subject,x\n1,'\t=1\n");
        assertThat(csv("\r=1")).contains("'\r=1");
        assertThat(csv("two\nlines")).isEqualTo("subject,x\n1,\"two\nlines\"\n");
    }

    @Test
    void anEmptyTableHasItsHeader() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new CsvFormat().write(table(), out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("subject,x\n");
    }

    private static String csv(String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new CsvFormat().write(table(cell), out)).isEqualTo(1);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Table table(String... cells) {
        return new Table(
                "t",
                Text.same("t"),
                List.of(Column.text("subject", Text.same("s")), Column.text("x", Text.same("x"))),
                rows -> List.of(cells).forEach(cell -> rows.accept(new String[] {"1", cell})));
    }
}
