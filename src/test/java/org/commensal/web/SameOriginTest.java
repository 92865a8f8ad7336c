package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

    @ParameterizedTest(name = "Sec-Fetch-Site {0}, Origin {1}, a program {2}: {3}")
    @CsvSource({
        "cross-site,  ,                            true,  false",
        "same-site,   https://trial.example,       true,  false",
        "none,        https://trial.example,       true,  false",
        "same-origin, ,                            false, true",
        ",            https://evil.example,        true,  false",
        ",            null,                        true,  false",
        ",            https://trial.example.evil,  true,  false",
        ",            http://trial.example,        true,  false",
        ",            https://trial.example,       false, true",
        ",            ,                            false, false",
        ",            ,                            true,  true",
    })
    void whatComesFromElsewhereIsRefused(String site, String from, boolean program, boolean ours) {
        assertThat(SameOrigin.isOurs(
                        Optional.ofNullable(site), Optional.ofNullable(from), "https://trial.example", program))
                .isEqualTo(ours);
    }
}
