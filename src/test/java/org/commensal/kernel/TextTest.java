package org.commensal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void cannotBeMadeWithOneLanguageMissing() {
        assertThatThrownBy(() -> new Text("Yes", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Text("", "Ja")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        Text text = new Text("Wait %s seconds.", "Wacht %s seconden.").with(5);

        assertThat(text.in(Language.NL)).isEqualTo("Wacht 5 seconden.");
        assertThat(text.in(Language.EN)).isEqualTo("Wait 5 seconds.");
    }

    @Test
    void saysALongValueBackShortened() {
        assertThat(Text.shorten("x".repeat(80))).hasSize(80);
        assertThat(Text.shorten("x".repeat(81))).hasSize(81).endsWith("…");
    }

    @Test
    void knowsNoThirdLanguage() {
        assertThat(Language.of("NL")).isEqualTo(Language.NL);
        assertThat(Language.of("fr")).isEqualTo(Language.EN);
    }
}
