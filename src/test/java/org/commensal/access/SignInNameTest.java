package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "carla coordinator", "carlä", "a/b/c", "<script>"})
    void isNotGiven(String typed) {
        assertThat(SignInName.typed(typed).mayBeGiven()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Anna@LUMC.example, anna@lumc.example", "' LUM-0147-6 ', lum-0147-6", "\uff21\uff22\uff23, abc"})
    void isOneInAnyCaseAndWidth(String typed, String kept) {
        assertThat(SignInName.typed(typed).value()).isEqualTo(kept);
        assertThat(SignInName.typed(typed).mayBeGiven()).isTrue();
    }

    @Test
    void failuresAreCountedByTooLittleToFindTheNameBack() {
        assertThat(SignInName.typed("my secret password").countedAs())
                .isEqualTo(SignInName.typed("MY secret password").countedAs())
                .matches("name [0-9a-f]{6}");
    }
}
