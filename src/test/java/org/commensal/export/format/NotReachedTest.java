package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A computed value has one reason more than an answer, and an answer has none more than before. */
class NotReachedTest {

    private static final Text LABEL = Text.same("Change");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "dta, read_dta, 7 .a .d .e .",
        "sav, 'function(file) read_sav(file, user_na = TRUE)', 7 -999999999 -999999996 -999999995 .",
        "xpt, read_xpt, 7 .A .D .E .",
    })
    void anEmptyNumberSaysThatItsTimeHadNotCome(String format, String function, String cells) throws Exception {
        Path file = folder.resolve("change." + format);
        Files.write(file, bytes(format, table(Table.REASONS_OF_COMPUTED)));

        assertThat(Haven.read(function, file)).anyMatch(line -> line.toLowerCase(Locale.ROOT)
                .startsWith("change | change | " + cells.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"sav, true", "dta, false", "xpt, false"})
    void onlyWhatDeclaresItsReasonsDiffersByThem(String format, boolean differs) throws Exception {
        byte[] four = bytes(format, onlyNumbers(Table.REASONS));
        byte[] five = bytes(format, onlyNumbers(Table.REASONS_OF_COMPUTED));

        assertThat(four.length != five.length).isEqualTo(differs);
    }

    private static byte[] bytes(String format, Table table) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((TableFormat) Formats.of(format).orElseThrow()).write(table, out);
        return out.toByteArray();
    }

    private static Table onlyNumbers(List<Table.Code> reasons) {
        return new Table("change", LABEL, table(reasons).columns(), rows -> rows.accept(new String[] {"7", ""}));
    }

    private static Table table(List<Table.Code> reasons) {
        return new Table(
                "change",
                LABEL,
                List.of(
                        Column.of("change", "number", Table.Kind.NUMBER, LABEL).explainedBy("change_missing"),
                        Column.choice("change_missing", Text.same("Why not"), reasons)),
                rows -> {
                    rows.accept(new String[] {"7", ""});
                    Stream.of("not-applicable", "unknown", "not-reached", "")
                            .forEach(reason -> rows.accept(new String[] {"", reason}));
                });
    }
}
