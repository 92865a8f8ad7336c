package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionsTest {

    /** A subject is never cut, also one that is larger than a portion. */
    @ParameterizedTest(name = "{0} in portions of {1}")
    @CsvSource({
        "'', 5, ''",
        "'2', 5, '2'",
        "'2 3', 5, '2 3'",
        "'2 3 1', 5, '2 3|1'",
        "'9 1 9', 5, '9|1|9'",
        "'0 0 5 0 1', 5, '0 0 5 0|1'",
    })
    void subjectsComeInTheirOrderAFewAtATime(String sizes, int most, String portions) {
        List<String> seen = new ArrayList<>();
        List<String> ids = sizes.isEmpty() ? List.of() : List.of(sizes.split(" "));

        Portions.each(ids, Integer::parseInt, most, portion -> seen.add(String.join(" ", portion)));

        assertThat(String.join("|", seen)).isEqualTo(portions);
    }
}
