package org.commensal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.mail.Written.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter whose address or subject would begin another header cannot be made, and none tells what it says. */
class WrittenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a@example.org\r\nBcc: b@example.org", "a@example.org\n", "a@example.org\t", "a\u0000@b.nl"})
    void refusesControlCharactersInHeaders(String header) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter(header, Language.EN, "Today", "", Optional.empty()))
                .withMessageNotContaining("example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Letter("a@example.org", Language.EN, header, "", Optional.empty()));
    }

    @Test
    void tellsNothingInALog() {
        Letter letter = new Letter("a@example.org", Language.EN, "Today", "Words", Optional.empty());

        assertThat(letter).asString().isEqualTo("letter withheld");
    }
}
