package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAskedTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1.5", "1000001", "99999999999", "x", "٣"})
    void aPageThatCannotBeIsRefused(String page) {
        assertThat(refused(page, "10")).containsExactly("/page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-5"})
    void aSizeThatIsTooLargeOrNoneIsRefused(String size) {
        assertThat(refused("0", size)).containsExactly("/size");
    }

    @Test
    void bothAreRefusedTogether() {
        assertThat(refused("x", "x")).containsExactly("/page", "/size");
    }

    @Test
    void theFirstPageOfTheUsualSizeWhereNothingIsAsked() {
        assertThat(PageAsked.of(null, null)).isEqualTo(new PageAsked(0, 50));
        assertThat(PageAsked.of("1000000", "200")).isEqualTo(new PageAsked(1_000_000, 200));
    }

    private static List<String> refused(String page, String size) {
        return catchThrowableOfType(Refusal.class, () -> PageAsked.of(page, size)).violations().stream()
                .map(Violation::pointer)
                .toList();
    }
}
