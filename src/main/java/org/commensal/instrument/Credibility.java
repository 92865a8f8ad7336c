package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The two factors of the Credibility/Expectancy Questionnaire, standardised over the baseline of a study.
 *
 * <p>Some of its items have nine points and others percentages, so each is first brought to mean 0 and standard deviation
 * 1 (with n − 1) over everybody who answered it; a factor is the sum of its three (Devilly and Borkovec 2000, J Behav Ther
 * Exp Psychiatry 31:73). A score therefore belongs to a data set and not to a form.
 */
public enum Credibility {
    /** How logical, how useful, and whether one would recommend it. */
    CREDIBILITY("ceq_t1", "ceq_t2", "ceq_t3"),
    /** How much improvement is thought, and how much is felt. */
    EXPECTANCY("ceq_t4", "ceq_f1", "ceq_f2");

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final List<String> items;

    Credibility(String... items) {
        this.items = List.of(items);
    }

    /**
     * The score of each participant, in the same order.
     *
     * @param baseline one questionnaire of each participant
     * @return unknown where one of the three items is missing, or has no spread over the study
     */
    public List<Value> scores(List<Answers> baseline) {
        List<Value> scores = new ArrayList<>();
        baseline.forEach(each -> scores.add(Value.Num.of(0)));
        for (String item : items) {
            List<Value> standardised = standardised(
                    baseline.stream().map(answers -> answers.get(item)).toList());
            for (int participant = 0; participant < scores.size(); participant++) {
                scores.set(participant, Operator.PLUS.apply(scores.get(participant), standardised.get(participant)));
            }
        }
        return List.copyOf(scores);
    }

    private static List<Value> standardised(List<Value> answers) {
        List<BigDecimal> known = answers.stream()
                .filter(Value.Num.class::isInstance)
                .map(answer -> ((Value.Num) answer).value())
                .toList();
        if (known.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < 2) {
            return answers.stream().<Value>map(answer -> Value.Missing.UNKNOWN).toList();
        }
        BigDecimal mean = sum(known).divide(BigDecimal.valueOf(known.size()), PRECISION);
        BigDecimal squares =
                sum(known.stream().map(answer -> answer.subtract(mean).pow(2)).toList());
        BigDecimal deviation =
                squares.divide(BigDecimal.valueOf(known.size() - 1L), PRECISION).sqrt(PRECISION);
        return answers.stream()
                .map(answer -> answer instanceof Value.Num number
                        ? new Value.Num(number.value().subtract(mean).divide(deviation, PRECISION))
                        : Value.Missing.UNKNOWN)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
