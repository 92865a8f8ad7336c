package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
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
}
