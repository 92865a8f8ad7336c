package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every expression and every value, whatever somebody writes or answers. */
class ExpressionLawsTest {

    private static Value evaluate(String source, Value a, Value b, Value c) {
        Map<String, Value> values = Map.of("a", a, "b", b, "c", c);
        return Expression.parse(source).evaluate(name -> values.getOrDefault(name, Value.Missing.UNKNOWN));
    }

    @Property(seed = "20261123")
    void conjunctionAndDisjunctionAreDual(
            @ForAll("truths") Value a, @ForAll("truths") Value b, @ForAll("truths") Value c) {
        assertSame("not (a and b)", "not a or not b", a, b, c);
        assertSame("not (a or b)", "not a and not b", a, b, c);
        assertSame("not not a", "a or a", a, b, c);
    }

    @Property(seed = "20261123")
    void conjunctionAndDisjunctionFormALattice(
            @ForAll("truths") Value a, @ForAll("truths") Value b, @ForAll("truths") Value c) {
        assertSame("a and b", "b and a", a, b, c);
        assertSame("a or (b or c)", "(a or b) or c", a, b, c);
        assertSame("a and (b or c)", "a and b or a and c", a, b, c);
        assertSame("a or a and b", "a and a", a, b, c);
    }

    @Property(seed = "20261123")
    void learningMoreNeverTurnsADecidedAnswerRound(@ForAll("sources") String source, @ForAll boolean learned) {
        Value before = evaluate(source, Value.Missing.UNKNOWN, Kleene.TRUE, Kleene.FALSE);
        Value after = evaluate(source, Kleene.of(learned), Kleene.TRUE, Kleene.FALSE);

        assertThat(before).isIn(Value.Missing.UNKNOWN, after);
    }

    @Property(seed = "20261123")
    void everyExpressionHasAValueForEveryValueOfItsVariables(
            @ForAll("anySources") String source,
            @ForAll("values") Value a,
            @ForAll("values") Value b,
            @ForAll("values") Value c) {
        assertThat(evaluate(source, a, b, c)).isNotNull();
    }

    @Property(seed = "20261123")
    void whateverIsWrittenIsReadOrRefusedWithAdvice(@ForAll String source) {
        try {
            assertThat(Expression.parse(source).source()).isEqualTo(source);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).endsWith(".");
        }
    }

    private static void assertSame(String one, String other, Value a, Value b, Value c) {
        assertThat(evaluate(one, a, b, c)).isEqualTo(evaluate(other, a, b, c));
    }

    @Provide
    Arbitrary<Value> truths() {
        return Arbitraries.of(Kleene.TRUE, Kleene.FALSE, Kleene.UNKNOWN);
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.of(
                Kleene.TRUE,
                Value.Missing.SKIPPED,
                Value.Num.of(0),
                new Value.Num(new BigDecimal("1E+2147483647")),
                new Value.Num(new BigDecimal("-1E-2147483647")),
                new Value.Word("x"),
                new Value.Words(List.of("x", "y")),
                new Value.Day(LocalDate.MIN));
    }

    /** Conditions over a, b and c. */
    @Provide
    Arbitrary<String> sources() {
        return built(Arbitraries.of("a", "b", "c", "true", "false"), Arbitraries.of("and", "or"));
    }

    /** Anything that can be parsed, well typed or not. */
    @Provide
    Arbitrary<String> anySources() {
        return built(
                Arbitraries.of(
                        "a",
                        "b",
                        "c",
                        "7",
                        "'x'",
                        "true",
                        "a in [x, 3]",
                        "sum(a, b)",
                        "count(a)",
                        "known(c)",
                        "-b",
                        "prorated(1, a, b, c)",
                        "mean(2, c, a)",
                        "rounded(a)",
                        "rounded(b / c)",
                        "when(a, b, c)"),
                Arbitraries.of("and", "or", "+", "-", "*", "/", "==", "!=", "<", ">="));
    }

    private static Arbitrary<String> built(Arbitrary<String> leaves, Arbitrary<String> operators) {
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Combinators.combine(inner, operators, leaves)
                        .as((left, operator, right) -> "(" + left + ") " + operator + " (not (" + right + "))"),
                0,
                6);
    }
}
