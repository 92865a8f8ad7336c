package org.commensal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code that was written down wrong is nobody's. */
class ParticipantCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LUM",
                "LUM-0147",
                "LUM-147-6",
                "L-0147-6",
                "LUMCX-0147-6",
                "LUM-0147-66",
                "LÜM-0147-6",
                "---"
            })
    void refusesWhatHasAnotherForm(String written) {
        assertThatThrownBy(() -> new ParticipantCode(written))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_FOUND));
    }

    @Test
    void doesNotRepeatALongText() {
        assertThatThrownBy(() -> new ParticipantCode("x".repeat(2000))).hasMessageNotContaining("xx");
    }

    @Property
    void refusesEverySingleWrongDigit(
            @ForAll("codes") ParticipantCode code, @ForAll @IntRange(min = 0, max = 9) int digit) {
        for (int place = 0; place < code.value().length(); place++) {
            char written = code.value().charAt(place);
            if (Character.isDigit(written) && written != '0' + digit) {
                StringBuilder wrong = new StringBuilder(code.value());
                wrong.setCharAt(place, (char) ('0' + digit));
                assertThatThrownBy(() -> new ParticipantCode(wrong.toString()))
                        .as(wrong.toString())
                        .isInstanceOf(Refusal.class);
            }
        }
    }

    @Property
    void isReadBackAsItWasMade(@ForAll("codes") ParticipantCode code) {
        assertThat(ParticipantCode.parse(" " + code.value().toLowerCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(code);
        assertThat(ParticipantCode.of(code.sitePrefix(), code.number())).isEqualTo(code);
    }

    @Test
    void countsOnAfterFourDigits() {
        assertThat(ParticipantCode.of("LEI", 9_999).number()).isEqualTo(9_999);
        assertThat(ParticipantCode.of("LEI", 10_000).value()).startsWith("LEI-10000-");
    }

    @Provide
    static Arbitrary<ParticipantCode> codes() {
        Arbitrary<String> prefixes =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(2).ofMaxLength(4);
        return Combinators.combine(prefixes, Arbitraries.integers().between(1, 999_999))
                .as(ParticipantCode::of);
    }
}
