package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "4821", "482133", "4821a", "-4821", "٤٨٢١٣"})
    void beginsWithFiveDigits(String base) {
        assertThatThrownBy(() -> KitNumber.of(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"48213, 482133", "10007, 100073", "90461, 904615", "00000, 000000"})
    void endsWithACheckDigit(String base, String number) {
        assertThat(KitNumber.of(base)).isEqualTo(number);
        assertThat(KitNumber.isValid(number)).isTrue();
    }

    @Property(seed = "20261123")
    void noSingleWrongDigitPasses(
            @ForAll @IntRange(max = 99_999) int base,
            @ForAll @IntRange(max = 5) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String number = KitNumber.of("%05d".formatted(base));
        int wrong = (number.charAt(place) - '0' + by) % 10;

        assertThat(KitNumber.isValid(number.substring(0, place) + wrong + number.substring(place + 1)))
                .isFalse();
    }
}
