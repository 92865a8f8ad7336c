package org.commensal.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** Figures that can be computed by hand. */
class DisclosureTest {

    private static List<List<String>> rows(int a, int b, int c) {
        List<List<String>> rows = new ArrayList<>(Collections.nCopies(a, List.of("a", "x")));
        rows.addAll(Collections.nCopies(b, List.of("b", "x")));
        rows.addAll(Collections.nCopies(c, List.of("b", "y")));
        return rows;
    }

    @Test
    void aPopulationThatDoesNotHoldTheTableIsRefused() {
        assertThatThrownBy(() -> DisclosureRisk.journalist(rows(3, 1, 0), rows(2, 5, 1), 0.2))
                .isInstanceOf(Refusal.class)
                .hasMessage("The population has fewer rows like \"a, x\" than the table (2 and 3),"
                        + " so it does not hold the table.");
    }

    @Test
    void whoKnowsWhoIsInItLooksAtTheTableAlone() {
        assertThat(DisclosureRisk.prosecutor(rows(5, 4, 1), 0.2))
                .isEqualTo(new DisclosureRisk(10, 3, 1, 1, 0.3, 0.2, 0.5));
        assertThat(DisclosureRisk.prosecutor(List.of(), 0.2)).isEqualTo(new DisclosureRisk(0, 0, 0, 0, 0, 0.2, 0));
    }

    @Test
    void whoDoesNotLooksAtThePopulation() {
        DisclosureRisk risk = DisclosureRisk.journalist(rows(5, 4, 1), rows(10, 4, 10), 0.2);

        assertThat(risk.highest()).isEqualTo(1.0 / 4);
        assertThat(risk.average()).isCloseTo((0.5 + 1 + 0.1) / 10, within(1e-15));
        assertThat(risk.atRisk()).isEqualTo(0.4);
        assertThat(risk.smallest()).isEqualTo(1);
    }

    @Test
    void theSpreadOfASensitiveColumn() {
        Diversity diversity = Diversity.of(rows(4, 2, 0), List.of("flu", "flu", "flu", "cold", "cold", "cold"));

        assertThat(diversity.distinct()).isEqualTo(1);
        assertThat(diversity.entropy()).isEqualTo(1);
        assertThat(diversity.closeness()).isCloseTo(0.5, within(1e-15));

        Diversity even = Diversity.of(rows(4, 2, 0), List.of("flu", "flu", "cold", "cold", "flu", "cold"));
        assertThat(even.distinct()).isEqualTo(2);
        assertThat(even.entropy()).isCloseTo(2, within(1e-12));
        assertThat(even.closeness()).isZero();
    }
}
