package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commensal.export.release.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What R's package haven, which others wrote, reads from a file of SPSS's. */
class SpssFormatTest {

    private static final String WITH_REASONS = "function(file) read_sav(file, user_na = TRUE)";

    @TempDir
    Path folder;

    @Test
    void anotherProgramReadsEveryCellLabelAndReason() throws Exception {
        String reasons = " -999999999=not asked -999999998=skipped by the person -999999997=preferred not to say"
                + " -999999996=not known";
        String inWords =
                "not-applicable=not asked skipped=skipped by the person refused=preferred not to say unknown=not known";

        assertThat(Haven.read(WITH_REASONS, file(SampleTable.TABLE)))
                .containsExactly(
                        "table: Sample – all kinds",
                        "subject | Subject | a b c d e",
                        "often | How often? | 3 -999999998 0 -999999999 . | 0=Not at all 3=Every day" + reasons,
                        "often_missing | Why not | - skipped - not-applicable - | " + inWords,
                        "weight | " + "Weight in kg ".repeat(9).strip() + " | 71.25 -999999997 -1e-07 -999999996 . |"
                                + reasons,
                        "weight_missing | Why not | - refused - unknown - | " + inWords,
                        "late | Late | 1 0 . 1 1 | 0=false 1=true",
                        "day | Day | 2026-11-30 1959-12-31 . . .",
                        "who | Who | nurse zoë - - - | nurse=A nurse zoë=Zoë's café",
                        "a_name_that_is_longer_than_any_program_takes_1 | One | x - \"q\", it's - -",
                        "a_name_that_is_longer_than_any_program_takes_2 | Two | y - =1 - -",
                        "in | A word of Stata | in - - - -",
                        "long | A long text | " + SampleTable.LONG + " - z - -");
    }

    @Test
    void whatIsMissingForAReasonIsMissingToWhoDoesNotAskWhy() throws Exception {
        assertThat(Haven.read("read_sav", file(SampleTable.TABLE)))
                .anyMatch(line -> line.startsWith("weight | ") && line.contains(" | 71.25 . -1e-07 . . "));
    }

    @Test
    void theSameTableIsTheSameBytesAndOneWithoutRowsIsReadToo() throws Exception {
        assertThat(Files.readAllBytes(file(SampleTable.TABLE))).isEqualTo(Files.readAllBytes(file(SampleTable.TABLE)));

        Table empty = new Table("empty", SampleTable.TABLE.label(), SampleTable.TABLE.columns(), rows -> {});
        assertThat(Haven.read("read_sav", file(empty)))
                .hasSize(1 + empty.columns().size());
    }

    private Path file(Table table) throws Exception {
        Path file = Files.createTempFile(folder, "sample", ".sav");
        try (var out = Files.newOutputStream(file)) {
            new SpssFormat().write(table, out);
        }
        return file;
    }
}
