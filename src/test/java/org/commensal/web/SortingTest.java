package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commensal.web.Sorting.Heading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortingTest {

    private static final Sorting USUAL = new Sorting("code", false);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "name", "code; drop table", "--code"})
    void whatIsNoColumnIsSortedAsUsual(String asked) {
        assertThat(Sorting.of(asked, List.of("code", "day"), USUAL)).isEqualTo(USUAL);
    }

    @Test
    void aHeadingTurnsTheTableItIsSortedBy() {
        Sorting sorting = Sorting.of("day", List.of("code", "day"), USUAL);

        Heading here = sorting.heading("day", "Day", "?sort=");
        Heading other = sorting.heading("code", "Code", "?sort=");

        assertThat(here.href()).contains("?sort=-day");
        assertThat(here.sorted()).contains("ascending");
        assertThat(other.href()).contains("?sort=code");
        assertThat(other.sorted()).isEmpty();
    }
}
