package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({"0,50,0", "1,50,0", "50,50,0", "51,50,1", "300,50,5", "301,50,6"})
    void theLastPageHasTheLastLine(int total, int size, int page) {
        assertThat(Paging.last(total, size)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"-, 0", "-1, 0", "2, 2", "99999999, 0", "two, 0"},
            nullValues = "-")
    void aNumberThatIsNoneIsTheFirstPage(String asked, int page) {
        assertThat(Paging.number(asked)).isEqualTo(page);
    }
}
