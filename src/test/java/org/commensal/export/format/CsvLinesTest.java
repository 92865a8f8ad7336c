package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every line is the one that OpenCSV writes, whether it is copied or not. */
class CsvLinesTest {

    private static final List<String> CELLS = List.of(
            "",
            "a",
            "12",
            "-5",
            "-1.25",
            "=1",
            "-",
            "@x",
            "\t",
            "\r",
            "a,b",
            "say \"no\"",
            "two\nlines",
            "Zoë",
            "~",
            "\u007f",
            "\u0000",
            "🙂",
            " x ",
            "\\",
            "'");

    @Test
    void linesAreThoseOfOpenCsv() throws IOException {
        Random chance = new Random(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder expected = new StringBuilder();
        CsvLines lines = new CsvLines(out);

        for (int line = 0; line < 20_000; line++) {
            String[] cells = IntStream.range(0, 1 + chance.nextInt(6))
                    .mapToObj(cell -> chance.nextInt(3) > 0 ? "plain" + cell : CELLS.get(chance.nextInt(CELLS.size())))
                    .toArray(String[]::new);
            lines.write(cells);
            expected.append(CsvLines.line(CsvFormat.neutral(cells)));
        }
        lines.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void aLineMayBeLongerThanWhatIsHeld() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvLines lines = new CsvLines(out);
        String longest = "x".repeat(1 << 17);

        lines.write(new String[] {"before"});
        lines.write(new String[] {longest, longest});
        lines.write(new String[] {"after"});
        lines.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("before\n" + longest + "," + longest + "\nafter\n");
    }
}
