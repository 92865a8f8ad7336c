package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.IntStream;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "7391", "7391528", "7391a", "73-15", "７３９１"})
    void hasFiveOrSixDigits(String typed) {
        assertThat(Pin.typed(typed).fault().orElseThrow().en()).contains("5 or 6 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000", "99999", "111111", "12345", "54321", "123456", "67890", "78901", "97531", "24680", "12121",
                "123123", "121212", "112112", "77377", "25800", "147258", "159753", "112233"
            })
    void whatWouldBeTriedFirstIsRefused(String typed) {
        assertThat(Pin.typed(typed).fault().orElseThrow().en()).contains("easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19840", "71984", "20074", "200758", "310584", "840531", "053184", "290284", "311299"})
    void whatCanBeABirthdayIsRefused(String typed) {
        assertThat(Pin.typed(typed).fault().orElseThrow().en()).contains("year or a date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"73915", " 73915 ", "73 915", "７３９１５", "٧٣٩١٥"})
    void isTypedWithSpacesOrOnAnotherKeyboard(String typed) {
        assertThat(Pin.typed(typed).chosen()).isEqualTo(Pin.typed("73915"));
    }

    @Test
    void aRefusalNamesTheFieldAndNotThePin() {
        assertThatThrownBy(() -> Pin.typed("12345").chosen()).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.violations().get(0).pointer()).isEqualTo("/pin");
            assertThat(refusal.violations().get(0).message().nl()).contains("12345", "reeks");
        });
        assertThat(Pin.typed("73915")).asString().doesNotContain("73915");
    }

    @Test
    void mostPinsMayBeChosen() {
        assertThat(share("%05d", 100_000)).isGreaterThan(0.95);
        assertThat(share("%06d", 1_000_000)).isGreaterThan(0.85);
    }

    private static double share(String form, int of) {
        long good = IntStream.range(0, of)
                .mapToObj(number -> Pin.typed(String.format(Locale.ROOT, form, number)))
                .filter(pin -> pin.fault().isEmpty())
                .count();
        return (double) good / of;
    }
}
