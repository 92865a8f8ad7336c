package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BowelRulesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/definitions/stools.csv", numLinesToSkip = 1)
    void isSubtypedByTheFormOfTheStools(String types, @Nullable String subtype) {
        List<Integer> stools = Stream.of(types.split(" ")).map(Integer::valueOf).toList();

        assertThat(BowelRules.subtype(stools).map(Enum::name).orElse(null)).isEqualTo(subtype);
    }

    /** Days of pain a week, then yes (T), no (F) or unknown (?) for questions 2 to 5. */
    @ParameterizedTest
    @CsvSource({
        "1, TTFT, T",
        "7, FTTT, T",
        "0, TTTT, F",
        "1, TFFT, F",
        "1, TTTF, F",
        "1, TT?T, T",
        "1, T??T, ?",
        "1, F?FT, F",
        "3, TTF?, ?",
    })
    void isIrritableByTheChecklist(int days, String answers, String irritable) {
        Map<String, Value> given = new HashMap<>(Map.of("rome_1", Value.Num.of(days)));
        for (int question = 2; question <= 5; question++) {
            given.put("rome_" + question, Days.truth(answers.substring(question - 2, question - 1)));
        }

        assertThat(BowelRules.irritable(new Answers(given))).isEqualTo(Days.truth(irritable));
    }
}
