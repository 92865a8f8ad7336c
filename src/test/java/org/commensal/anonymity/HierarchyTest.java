package org.commensal.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    private static List<String> faults(List<List<String>> rows) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Hierarchy.of(rows));
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        return refusal.violations().stream()
                .map(fault -> fault.pointer() + " " + fault.message().en())
                .toList();
    }

    @Test
    void everyRowHasEveryLevel() {
        assertThat(faults(List.of(List.of("34", "30-39", "*"), List.of("35", "30-39"))))
                .containsExactly(
                        "/1 This row has 2 levels, and the first row has 3. Give each row the same number of levels.");
        assertThat(faults(List.of())).hasSize(1).first().asString().startsWith("/0 There is no row.");
    }

    @Test
    void aValueHasOneMeaningAtEveryLevel() {
        assertThat(faults(List.of(List.of("34", "30-39", "*"), List.of("34", "34-35", "*"))))
                .containsExactly("/1 \"34\" of level 0 becomes \"34-35\" here and \"30-39\" in another row."
                        + " Let it become one of them everywhere.");
        assertThat(faults(List.of(List.of("34", "young", "adult"), List.of("7", "young", "child"))))
                .containsExactly("/1 \"young\" of level 1 becomes \"child\" here and \"adult\" in another row."
                        + " Let it become one of them everywhere.");
    }

    @Test
    void theSameRowAgainSaysNothingMore() {
        Hierarchy hierarchy = Hierarchy.of(List.of(List.of("34", "*"), List.of("35", "*"), List.of("34", "*")));

        assertThat(hierarchy.domain()).isEqualTo(2);
        assertThat(hierarchy.height()).isEqualTo(1);
        assertThat(hierarchy.size(1, 0)).isEqualTo(2);
        assertThat(hierarchy.knows("35")).isTrue();
        assertThat(hierarchy.knows("*")).isFalse();
    }

    @Test
    void aTableHasNoOtherValues() {
        List<Hierarchy> ages = List.of(Hierarchy.of(List.of(List.of("34"))));
        assertThatThrownBy(() -> QuasiIdentifiers.of(ages, List.of(List.of("35"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreCombinationsThanAreSearchedAreRefused() {
        List<String> row = IntStream.range(0, 11).mapToObj(level -> "l" + level).toList();
        List<Hierarchy> six = IntStream.range(0, 6)
                .mapToObj(column -> Hierarchy.of(List.of(row)))
                .toList();
        QuasiIdentifiers table = QuasiIdentifiers.of(
                six, List.of(six.stream().map(column -> "l0").toList()));

        assertThatThrownBy(() -> FullDomainSearch.best(table, 2, 0, Metric.LOSS))
                .isInstanceOf(Refusal.class)
                .hasMessage("There are 1771561 combinations of levels, and we search 1000000."
                        + " Name fewer columns, or give them fewer levels.");
    }

    @Test
    void aShareOfRowsIsTakenInDecimals() {
        assertThat(FullDomainSearch.allowed(0.04, 30_162)).isEqualTo(1206);
        assertThat(FullDomainSearch.allowed(0.29, 100)).isEqualTo(29);
        assertThat(FullDomainSearch.allowed(0.1, 30)).isEqualTo(3);
        assertThat(FullDomainSearch.allowed(0, 7)).isZero();
        assertThat(FullDomainSearch.allowed(1, 7)).isEqualTo(7);
    }
}
