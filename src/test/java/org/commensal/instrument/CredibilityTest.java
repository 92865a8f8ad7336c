package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CredibilityTest {

    private static final Offset<BigDecimal> CLOSE = Offset.offset(new BigDecimal("1e-30"));

    @Test
    void isUnknownWithoutAnAnswerAndWithoutSpread() {
        assertThat(Credibility.CREDIBILITY.scores(List.of())).isEmpty();
        assertThat(Credibility.CREDIBILITY.scores(List.of(answers(1, 2, 3)))).containsExactly(Value.Missing.UNKNOWN);
        assertThat(Credibility.CREDIBILITY.scores(List.of(answers(1, 5, 3), answers(9, 5, 7))))
                .containsOnly(Value.Missing.UNKNOWN);
    }

    /** 2, 4 and 6 have mean 4 and standard deviation 2; 1, 4 and 7 have 4 and 3. */
    @Test
    void addsThreeStandardisedItems() {
        Map<String, Value> half = new HashMap<>(answers(9, 9, 9).values());
        half.put("ceq_t2", Value.Missing.SKIPPED);
        half.put("ceq_t1", Value.Missing.SKIPPED);
        half.put("ceq_t3", Value.Missing.SKIPPED);

        List<Value> scores = Credibility.CREDIBILITY.scores(
                List.of(answers(2, 1, 7), answers(4, 4, 4), answers(6, 7, 1), new Answers(half)));

        assertThat(scores.subList(0, 3).stream().map(CredibilityTest::number).toList())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("-1"), BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(scores.get(3)).isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void expectancyDoesNotDependOnTheScaleOfItsItems() {
        assertThat(Credibility.EXPECTANCY.scores(List.of(expectancy(20, 1, 20), expectancy(40, 2, 40))))
                .isEqualTo(Credibility.EXPECTANCY.scores(List.of(expectancy(2, 1, 2), expectancy(4, 2, 4))));
    }

    /** Over the study the scores add up to nothing, whoever answers what. */
    @Property(seed = "20261125", tries = 100)
    void haveMeanZero(@ForAll @Size(min = 2, max = 30) List<@IntRange(min = 1, max = 9) Integer> points) {
        List<Answers> study = new ArrayList<>();
        for (int person = 0; person < points.size(); person++) {
            study.add(answers(points.get(person), person % 9 + 1, (person + 1) % 2 + 1));
        }
        List<Value> scores = Credibility.CREDIBILITY.scores(study);

        if (points.stream().distinct().count() > 1) {
            assertThat(scores.stream().map(CredibilityTest::number).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isCloseTo(BigDecimal.ZERO, CLOSE);
        } else {
            assertThat(scores).containsOnly(Value.Missing.UNKNOWN);
        }
    }

    private static BigDecimal number(Value value) {
        return ((Value.Num) value).value();
    }

    private static Answers answers(int logical, int useful, int recommended) {
        return new Answers(Map.of(
                "ceq_t1", Value.Num.of(logical),
                "ceq_t2", Value.Num.of(useful),
                "ceq_t3", Value.Num.of(recommended)));
    }

    private static Answers expectancy(int thought, int felt, int feltPercent) {
        return new Answers(Map.of(
                "ceq_t4", Value.Num.of(thought),
                "ceq_f1", Value.Num.of(felt),
                "ceq_f2", Value.Num.of(feltPercent)));
    }
}
