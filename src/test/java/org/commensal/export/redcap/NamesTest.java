package org.commensal.export.redcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "age_years, age_years",
        "PHQ-9, phq_9",
        "a__b, a_b",
        "_a_, a",
        "2nd, f_2nd",
        "été, t",
        "'', f",
        "---, f",
    })
    void aNameIsPlain(String name, String plain) {
        assertThat(Names.plain(name)).isEqualTo(plain);
    }

    @Property
    void everyNameIsOneThatRedcapTakesAndGivenOnce(@ForAll List<String> wanted) {
        Names names = new Names(Set.of("subject"));
        List<String> given = wanted.stream().map(names::give).toList();

        assertThat(given)
                .doesNotHaveDuplicates()
                .doesNotContain("subject")
                .allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }
}
