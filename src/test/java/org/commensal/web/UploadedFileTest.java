package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedFileTest {

    private static final MediaType TYPE = new MediaType("multipart", "form-data", Map.of("boundary", "xyz"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing at all",
                "--xyz",
                "--xyz--\r\n",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nnever closed",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--xyz--\r\n",
                "--xyz\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.csv\"\r\n\r\na\r\n--xyz--\r\n",
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na\r\n--xyz--\r\n"
            })
    void asksForAFileWhereThereIsNone(String sent) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(sent))
                .withMessageContaining("Choose a file first.");
    }

    @ParameterizedTest
    @CsvSource({
        "study.xml, study.xml",
        "C:\\Users\\me\\study.xml, study.xml",
        "../../etc/passwd, passwd",
        "zörg.csv, zörg.csv"
    })
    void takesTheNameWithoutItsFolders(String sent, String name) {
        assertThat(read(part("file", sent, "x") + "--xyz--\r\n").name()).isEqualTo(name);
    }

    @Test
    void takesTheBytesAsTheyAreBesideOtherFields() {
        String content = "een\r\n--xy geen grens\r\n\r\nÉén\r\n";
        UploadedFile file = read("--xyz\r\nContent-Disposition: form-data; name=\"word\"\r\n\r\nhello\r\n"
                + part("file", "a.csv", content) + "--xyz--\r\n");

        assertThat(file.content()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
        assertThat(read(part("file", "a.csv", "") + "--xyz--\r\n").content()).isEmpty();
    }

    private static String part(String field, String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n";
    }

    private static UploadedFile read(String sent) {
        return UploadedFile.read("file", TYPE, sent.getBytes(StandardCharsets.UTF_8));
    }
}
