package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.commensal.export.release.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What R's package haven, which others wrote, reads from a transport file of SAS's; and the numbers of a mainframe. */
class SasFormatTest {

    @TempDir
    Path folder;

    @Test
    void anotherProgramReadsEveryCellAndReason() throws Exception {
        assertThat(Haven.read("read_xpt", file(SampleTable.TABLE)))
                .containsExactly(
                        "table: Sample – all kinds",
                        "SUBJECT | Subject | a b c d e",
                        "OFTEN | How often? | 3 .b 0 .a .",
                        "OFTEN_MI | Why not | - skipped - not-applicable -",
                        "WEIGHT | Weight in kg Weight in kg Weight in kg W | 71.25 .c -1e-07 .d .",
                        "WEIGHT_M | Why not | - refused - unknown -",
                        "LATE | Late | 1 0 . 1 1",
                        "DAY | Day | 2026-11-30 1959-12-31 . . .",
                        "WHO | Who | nurse zoë - - -",
                        "A_NAME_T | One | x - \"q\", it's - -",
                        "A_NAME_2 | Two | y - =1 - -",
                        "IN | A word of Stata | in - - - -",
                        "LONG | A long text | " + SampleTable.LONG.substring(0, 100) + " - z - -");
    }

    @Test
    void theSameTableIsTheSameBytesAndOneWithoutRowsIsReadToo() throws Exception {
        assertThat(Files.readAllBytes(file(SampleTable.TABLE))).isEqualTo(Files.readAllBytes(file(SampleTable.TABLE)));

        Table empty = new Table("empty", SampleTable.TABLE.label(), SampleTable.TABLE.columns(), rows -> {});
        assertThat(Haven.read("read_xpt", file(empty)))
                .hasSize(1 + empty.columns().size());
    }

    /** As IBM's System/360 Principles of Operation and TS-140 have them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0000000000000000",
        "1, 4110000000000000",
        "-1, C110000000000000",
        "-118.625, C276A00000000000",
        "0.1, 401999999999999A",
        "16, 4210000000000000",
        "1e-300, 0000000000000000"
    })
    void aNumberIsWrittenAsMainframesHaveIt(double number, String hexadecimal) {
        assertThat(String.format("%016X", SasFormat.ibm(number))).isEqualTo(hexadecimal);
    }

    @Test
    void aNumberThatSasDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> SasFormat.ibm(1e80)).hasMessageContaining("1.0E80");
    }

    @Property
    void noDigitIsLost(@ForAll @DoubleRange(min = -1e70, max = 1e70) double number) {
        long written = SasFormat.ibm(number);
        int sixteens = (int) (written >>> 56 & 0x7F) - 64;
        double read = Math.scalb((double) (written & 0xFFFFFFFFFFFFFFL), 4 * sixteens - 56);

        assertThat(written < 0 ? -read : read).isEqualTo(number);
    }

    private Path file(Table table) throws Exception {
        Path file = Files.createTempFile(folder, "sample", ".xpt");
        try (var out = Files.newOutputStream(file)) {
            new SasFormat().write(table, out);
        }
        return file;
    }
}
