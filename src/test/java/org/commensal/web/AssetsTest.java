package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"../persistence.xml", "..%2fbeans.xml", "style.css/", "", "messages_en.properties"})
    void servesNothingThatIsNotListed(String name) {
        assertThat(Assets.find(name)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Assets.url(name));
    }

    @Test
    void knowsItsVersionFromAnother() {
        assertThat(Assets.isCurrent(Assets.url("style.css").split("/", -1)[2])).isTrue();
        assertThat(Assets.isCurrent("0000000000000000")).isFalse();
    }

    @Test
    void theStyleNamesOnlyFilesBesideIt() {
        String style = new String(Assets.find("style.css").orElseThrow().bytes(), StandardCharsets.UTF_8);
        assertThat(style).doesNotContain("http", "@import", "data:");
        assertThat(style).contains("url(\"atkinson-hyperlegible-next.woff2\")");
    }

    /** All that a phone needs for the pages of a participant, with a network and without one, as it is sent. */
    @Test
    void aFirstVisitIsLight() throws IOException {
        int bytes = 0;
        for (String name : Assets.OF_A_PHONE) {
            byte[] file = Assets.find(name).orElseThrow().bytes();
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
                gzip.write(file);
            }
            bytes += name.endsWith(".woff2") ? file.length : small.size();
        }
        assertThat(bytes).isLessThan(60_000);
    }
}
