package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Variables KNOWN = new Variables(Map.of(
            "headache", Type.TRUTH,
            "hours", Type.NUMBER,
            "sex", Type.oneOf(Set.of("female", "male")),
            "drugs", Type.manyOf(Set.of("triptan", "nsaid")),
            "onset", Type.DAY,
            "remark", Type.WORD,
            "medicine", Type.MEDICATION,
            "herb", Type.MEDICATION,
            "class_only", Type.MEDICATION));

    private static final Map<String, Value> VALUES = Map.of(
            "headache", new Value.Bool(true),
            "hours", new Value.Num(new BigDecimal("0.50")),
            "sex", new Value.Word("female"),
            "drugs", new Value.Words(List.of("triptan", "nsaid")),
            "onset", new Value.Day(LocalDate.of(2026, 11, 23)),
            "medicine", medicine("N06AB06"),
            "class_only", medicine("N02CC"),
            "herb", new Value.Parts(Map.of("product", new Value.Word("St John's wort"))));

    private static Value medicine(String atc) {
        return new Value.Parts(Map.of("product", new Value.Word("A medicine"), "atc", new Value.Word(atc)));
    }

    private static Value evaluate(String source) {
        return Expression.parse(source).evaluate(name -> VALUES.getOrDefault(name, Value.Missing.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hours = 1                | "=" cannot stand in an expression. Write ==.
            headache && true         | "&" cannot stand in an expression. Write and.
            !headache                | "!" cannot stand in an expression. Write not.
            Headache                 | "H" cannot stand in an expression. Write names in snake_case
            (headache                | Found the end at character 10. Write ) there.
            headache headache        | Found headache at character 10. Write the end
            headache end             | Found end at character 10. Write the end
            1 < hours < 3            | Comparisons cannot be chained. Write a <= b and b <= c.
            hours in []              | Found ] at character 11. Write a word or a number in the list there.
            total(hours)             | There is no operation "total". Use one of: sum, prorated, mean, rounded, when, count, at_least, atc_in, known.
            hours +                  | Found the end at character 8. Write a name
            and headache             | Found and at character 1. Write a name
            sex == "female           | Write a word between two straight quotes
            sex == “female”          | Write a word between two straight quotes
            """)
    void saysWhatToWriteInstead(String source, String message) {
        assertThatThrownBy(() -> Expression.parse(source.strip()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void refusesWhatNobodyWouldWrite() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(100) + "1" + ")".repeat(100)))
                .hasMessageContaining("nested more than 40 deep");
        assertThatThrownBy(() -> Expression.parse("1 + ".repeat(5000) + "1"))
                .hasMessageContaining("at most 4000 characters");
        assertThatThrownBy(() -> Expression.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(evaluate("not ".repeat(900) + "headache")).isEqualTo(Kleene.TRUE);
        assertThat(evaluate("1" + " + 1".repeat(900) + " == 901")).isEqualTo(Kleene.TRUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hedache                  | Nothing is called "hedache" here.           | Did you mean headache?
            hours and headache       | hours is a number.                          | Use a condition (yes or no) there.
            sex == "femal"           | "femal" is no option of sex.                | Use one of: female, male.
            drugs in [aspirin]       | "aspirin" is no option of drugs.            | Use one of: nsaid, triptan.
            drugs == "nsaid"         | drugs is a choice of many and "nsaid" is a word. | Compare two values of one type.
            sex > "male"             | sex is a word, which has no order.          | Use == or !=.
            hours == "half"          | hours is a number and "half" is a word.     | Compare two values of one type.
            sum(headache, 1) > 2     | headache is a condition (yes or no).        | Use a number there.
            hours * 2                | "hours * 2" is a number.                    | Write a condition (yes or no) here.
            mean(3, 1, hours, 2) > 1 | mean begins with 3 and has 3 items.         | Begin with how many may be missing, a whole number below the number of items: mean(1, one, other, third).
            prorated(hours, 1) > 1   | prorated begins with hours and has 1 items. | Begin with how many may be missing, a whole number below the number of items: prorated(1, one, other, third).
            prorated(0.5, 1) > 1     | prorated begins with 0.5 and has 1 items.   | Begin with how many may be missing, a whole number below the number of items: prorated(1, one, other, third).
            mean(0, sex) > 1         | sex is a word.                              | Use a number there.
            rounded(1, 2) > 1        | rounded has 2 values.                       | Write rounded(a), one value.
            rounded(headache) > 1    | headache is a condition (yes or no).        | Use a number there.
            when(headache, 1) > 0    | when has 2 parts.                           | Write when(condition, a number if so, another if not).
            when(hours, 1, 2) > 0    | hours is a number.                          | Use a condition (yes or no) there.
            when(headache, 1, sex) > 0 | sex is a word.                            | Use a number there.
            atc_in(remark, "N06A")   | remark is a word.                           | Use a medicine there.
            atc_in(medicine)         | atc_in has no ATC codes.                    | Write atc_in(medicine, "N06A", "N05A").
            atc_in(medicine, "N6A")  | "N6A" is no ATC code.                       | Write a code or its first levels, such as "N06A".
            atc_in(medicine, "n06a") | "n06a" is no ATC code.                      | Write a code or its first levels, such as "N06A".
            atc_in(medicine, remark) | remark is no ATC code.                      | Write a code or its first levels, such as "N06A".
            medicine == "N06A"       | medicine is a medicine and "N06A" is a word. | Compare two values of one type.
            at_least(2)              | at_least has no conditions.                 | Write at_least(2, one, other, third).
            """)
    void findsFaultsOfTypeWhenTheStudyIsRead(String source, String what, String fix) {
        assertThat(Expression.parse(source).faults(Type.Kind.TRUTH, KNOWN))
                .containsExactly(new Expression.Fault(what, fix));
    }

    @Test
    void findsEveryFaultAtOnceAndOneMistakeOnce() {
        assertThat(Expression.parse("nobody > 3 or hours + 1 > sex").faults(Type.Kind.TRUTH, KNOWN))
                .extracting(Expression.Fault::what)
                .containsExactly("Nothing is called \"nobody\" here.", "hours + 1 is a number and sex is a word.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "headache",
                "atc_in(medicine, \"N06A\")",
                "atc_in(medicine, \"N02CC\", \"N06AB06\")",
                "not atc_in(medicine, \"N02CC\", \"N05A\")",
                "atc_in(class_only, \"N02C\", \"N02CC08\")",
                "not known(nobody) and known(herb)",
                "headache == true",
                "hours == 0.5",
                "hours >= 0.5 and hours <= 0.5",
                "sex in [female, other]",
                "sex in ['female']",
                "sex != 'male'",
                "drugs in [triptan]",
                "not (hours > 1)",
                "hours in [0.5, 1]",
                "1 + 2 * 3 == 7",
                "(1 + 2) * 3 == 9",
                "10 - 4 - 3 == 3",
                "-hours < 0",
                "8 / 4 / 2 == 1",
                "-1 in [-1]",
                "0.1 + 0.2 == 0.3",
                "sum(1, 2, hours) == 3.5",
                "prorated(1, 1, 2, missing) == 4.5",
                "prorated(2, 3, missing, missing) == 9",
                "mean(1, 1, 2, missing) == 1.5",
                "mean(0, 1, 2, 3) == 2",
                "rounded(4.5) == 5 and rounded(4.4) == 4 and rounded(-4.5) == -5",
                "rounded(0.05) == 0 and rounded(100) == 100",
                "when(headache, hours, 1 / 0) == 0.5",
                "when(not headache, 1, 2) == 2",
                "count(headache, sex == 'male', hours < 1) == 2",
                "at_least(2, headache, missing, hours < 1)",
                "not at_least(3, headache, sex == 'male', missing)",
                "known(headache, hours)",
                "not known(headache, missing)",
                "headache or missing",
                "not (missing and hours > 1)",
                "onset == onset",
                "onset <= onset",
                "true",
                "not false"
            })
    void isTrue(String source) {
        assertThat(evaluate(source)).isEqualTo(Kleene.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "atc_in(herb, \"N06A\")",
                "atc_in(class_only, \"N02CC08\")",
                "atc_in(class_only, \"N05A\", \"N02CC08\")",
                "atc_in(nobody, \"N06A\")",
                "missing",
                "not missing",
                "missing == true",
                "missing != missing",
                "missing > 3",
                "headache and missing",
                "missing in [a]",
                "1 / 0 == 1",
                "sum(1, missing) > 0",
                "prorated(0, 1, missing) > 0",
                "prorated(1, missing, missing) > 0",
                "mean(1, 1, missing, missing) > 0",
                "mean(1, missing) > 0",
                "mean(0, 1, sex) > 0",
                "rounded(missing) == 0",
                "rounded(sex) == 0",
                "when(missing, 1, 1) == 1",
                "when(headache, missing, 1) == 1",
                "when(headache, sex, 1) == 1",
                "count(headache, missing) >= 1",
                "at_least(2, headache, missing)",
                "hours == 'half'",
                "sex > 'male'",
                "headache in [true]"
            })
    void staysUnknownWhereTheKnownDoesNotDecide(String source) {
        assertThat(evaluate(source)).isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void namesItsVariablesInTheOrderOfTheSource() {
        assertThat(Expression.parse("b > 1 and at_least(1, a, b, c in [d])").names())
                .containsExactly("b", "a", "c");
    }

    @Test
    void knowsWhatCanBeAName() {
        assertThat(Expression.canName("pain_today")).isTrue();
        assertThat(List.of("not", "Pain", "1st", "a-b", "", "x".repeat(65))).noneMatch(Expression::canName);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "headache; [name, headache]",
                "not headache; [not, [name, headache]]",
                "hours > 0.50; [>, [name, hours], [number, 0.50]]",
                "sex != \"male\" or true; [or, [!=, [name, sex], [word, male]], [truth, true]]",
                "sex in [female, male]; [in, [name, sex], [word, female], [word, male]]",
                "at_least(1, headache, hours * 2 >= 3);"
                        + " [at_least, [number, 1], [name, headache], [>=, [*, [name, hours], [number, 2]], [number, 3]]]",
            })
    void anotherProgramGetsItAsATree(String source, String tree) {
        assertThat(Expression.parse(source).tree()).hasToString(tree);
    }
}
