package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format in the table, whoever adds it. */
class FormatsTest {

    private static final Dataset DATASET =
            SampleTable.dataset(SampleTable.TABLE, SampleTable.ONE_COLUMN, SampleTable.NO_ROWS);

    static Stream<String> formats() {
        return Formats.names().stream();
    }

    @Test
    void whatThereIsNotIsNotFound() {
        assertThat(Formats.of("exe")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameDatasetIsTheSameBytes(String format) throws IOException {
        for (Format.File file : files(format)) {
            assertThat(bytes(file)).as(file.name()).isEqualTo(bytes(file)).isNotEmpty();
        }
    }

    @Test
    void noFileIsWrittenTwice() {
        List<String> all = new ArrayList<>(List.of("README.txt", "manifest.json", "SHA256SUMS"));
        Formats.names().forEach(format -> all.addAll(names(format)));

        assertThat(all).doesNotHaveDuplicates();
    }

    private static List<Format.File> files(String format) {
        return Formats.of(format).orElseThrow().files(DATASET);
    }

    private static List<String> names(String format) {
        return files(format).stream().map(Format.File::name).toList();
    }

    private static byte[] bytes(Format.File file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.content().write(out);
        return out.toByteArray();
    }
}
