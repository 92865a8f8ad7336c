package org.commensal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.commensal.imports.ResultFile.Row;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {

    private static final List<String> COLUMNS = List.of("who", "crp");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                             | no column "who"
                    '\n\n'                         | no column "who"
                    'who,crp'                      | no row below
                    'who,crp\n,\n'                 | no row below
                    'who\nA'                       | no column "crp"
                    'who,who,crp\nA,B,1'           | column "who" twice
                    'who,crp\nA'                   | Row 2 has 1 cells
                    'who,crp\nA,1\nB,2,3'          | Row 3 has 3 cells
                    'who,crp\nA,"1'                | quotes are opened
                    'PK\u0003\u0004'               | a spreadsheet or a zip
                    'who,crp\nA,1\\0'             | not UTF-8
                    """)
    void refusesWhatIsNoFileOfResults(String content, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(content.translateEscapes()))
                .withMessageContaining(why);
    }

    @Test
    void refusesAnotherEncoding() {
        for (String name : List.of("windows-1252", "UTF-16LE", "UTF-16")) {
            byte[] bytes = "who,crp\nGeïncludeerd,1\n".getBytes(Charset.forName(name));
            assertThatExceptionOfType(Refusal.class)
                    .as(name)
                    .isThrownBy(() -> ResultFile.read(bytes, COLUMNS))
                    .withMessageContaining("CSV UTF-8");
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        refusedAsTooLarge("who,crp\n" + "A,1\n".repeat(20_001), "20000 rows");
        refusedAsTooLarge("who,crp\n" + " ".repeat(5 * 1024 * 1024), "5 megabytes");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("who,crp\nA," + "1".repeat(1024 * 1024)))
                .withMessageContaining("A cell of row 2 has more than 2000 characters");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("who,crp\nA,1" + ",".repeat(1_000_000)))
                .withMessageContaining("row 2");
    }

    @Test
    @Timeout(10)
    void aQuoteThatIsNeverClosedTakesNoTimeToRefuse() {
        String content = "who,crp\n\"" + "A,1\n".repeat(1_000_000);

        long begun = System.nanoTime();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(content)).withMessageContaining("quotes");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who,crp,more\nA,\"1,5\",x\n\nB,2,y",
                "\uFEFFmore;crp;who\r\nx;\"1,5\";A\r\n;;\r\ny;2;B\r\n",
                "crp ; who\n 1,5 ; A \n;\n2;B"
            })
    void readsCommasAndSemicolonsAndCountsRowsAsASpreadsheetDoes(String content) {
        List<Row> rows = read(content).rows();

        assertThat(rows).extracting(Row::number).containsExactly(2, 4);
        assertThat(rows).extracting(row -> row.cell("who")).containsExactly("A", "B");
        assertThat(rows).extracting(row -> row.cell("crp")).containsExactly("1,5", "2");
        assertThat(rows).extracting(row -> row.cell("more")).containsOnly("");
    }

    private static void refusedAsTooLarge(String content, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining(why)
                .matches(refusal -> refusal.reason() == Refusal.Reason.TOO_LARGE);
    }

    private static ResultFile read(String content) {
        return ResultFile.read(content.getBytes(StandardCharsets.UTF_8), COLUMNS);
    }
}
