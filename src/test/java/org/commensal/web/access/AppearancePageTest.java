package org.commensal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppearancePageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/a\\b",
                "/a\r\nSet-Cookie: x=y",
                "/a b",
                "javascript:alert(1)"
            })
    void goesNowhereElse(String path) {
        assertThat(AppearancePage.safe(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/today",
                "/today/diary/2026-11-23?question=headache",
                "/studies/a/participants?search=%C3%A9"
            })
    void goesBackToAPageOfThisServer(String path) {
        assertThat(AppearancePage.safe(path)).isEqualTo(path);
    }

    @Test
    void beginsAtTheStartWhereNothingWasSaid() {
        assertThat(AppearancePage.safe(null)).isEqualTo("/");
    }
}
