package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** What may stand between two terms, from the loosest to the tightest. */
enum Operator {
    OR("or", Level.OR, Kleene::or),
    AND("and", Level.AND, Kleene::and),
    EQUAL("==", Level.COMPARISON, equal(true)),
    UNEQUAL("!=", Level.COMPARISON, equal(false)),
    AT_MOST("<=", Level.COMPARISON, compare(order -> order <= 0)),
    AT_LEAST(">=", Level.COMPARISON, compare(order -> order >= 0)),
    BELOW("<", Level.COMPARISON, compare(order -> order < 0)),
    ABOVE(">", Level.COMPARISON, compare(order -> order > 0)),
    PLUS("+", Level.SUM, compute(BigDecimal::add)),
    MINUS("-", Level.SUM, compute(BigDecimal::subtract)),
    TIMES("*", Level.PRODUCT, compute(BigDecimal::multiply)),
    OVER("/", Level.PRODUCT, compute(BigDecimal::divide));

    /** How tightly an operator binds. */
    enum Level {
        OR,
        AND,
        COMPARISON,
        SUM,
        PRODUCT
    }

    private static final Set<Type.Kind> ORDERED = Set.of(Type.Kind.NUMBER, Type.Kind.DAY);

    private final String symbol;
    private final Level level;
    private final BinaryOperator<Value> apply;

    Operator(String symbol, Level level, BinaryOperator<Value> apply) {
        this.symbol = symbol;
        this.level = level;
        this.apply = apply;
    }

    static Optional<Operator> of(String symbol, Level level) {
        return Arrays.stream(values())
                .filter(each -> each.level == level && each.symbol.equals(symbol))
                .findFirst();
    }

    String symbol() {
        return symbol;
    }

    Value apply(Value left, Value right) {
        return apply.apply(left, right);
    }

    Type check(Term left, Term right, Term.Scope scope) {
        switch (level) {
            case OR, AND -> {
                scope.expect(Type.Kind.TRUTH, left);
                scope.expect(Type.Kind.TRUTH, right);
            }
            case SUM, PRODUCT -> {
                scope.expect(Type.Kind.NUMBER, left);
                scope.expect(Type.Kind.NUMBER, right);
                return Type.NUMBER;
            }
            case COMPARISON -> checkComparison(left, right, scope);
        }
        return Type.TRUTH;
    }

    private void checkComparison(Term left, Term right, Term.Scope scope) {
        int before = scope.faults().size();
        Type a = left.check(scope);
        Type b = right.check(scope);
        if (scope.faults().size() > before) {
            return;
        }
        if (a.kind() != b.kind()) {
            scope.fault(
                    left + " is " + a.kind() + " and " + right + " is " + b.kind() + ".",
                    "Compare two values of one type.");
        } else if (a.kind() == Type.Kind.WORDS) {
            scope.fault(left + " is " + a.kind() + ".", "Write " + left + " in [\"one\", \"other\"].");
        } else if (this != EQUAL && this != UNEQUAL && !ORDERED.contains(a.kind())) {
            scope.fault(left + " is " + a.kind() + ", which has no order.", "Use == or !=.");
        }
        checkOption(left, a, right, scope);
        checkOption(right, b, left, scope);
    }

    private static void checkOption(Term choice, Type type, Term other, Term.Scope scope) {
        if (other instanceof Term.Literal literal && literal.value() instanceof Value.Word word) {
            checkOption(choice, type, word.value(), scope);
        }
    }

    static void checkOption(Term choice, Type type, String word, Term.Scope scope) {
        if (!type.allows(word)) {
            String options = String.join(", ", type.options().stream().sorted().toList());
            scope.fault("\"" + word + "\" is no option of " + choice + ".", "Use one of: " + options + ".");
        }
    }

    private static BinaryOperator<Value> equal(boolean wanted) {
        return (a, b) -> {
            if (a instanceof Value.Missing || a.getClass() != b.getClass()) {
                return Kleene.UNKNOWN;
            }
            boolean same = a instanceof Value.Num left && b instanceof Value.Num right
                    ? left.value().compareTo(right.value()) == 0
                    : a.equals(b);
            return Kleene.of(same == wanted);
        };
    }

    private static BinaryOperator<Value> compare(IntPredicate accepts) {
        return (a, b) -> {
            if (a instanceof Value.Num left && b instanceof Value.Num right) {
                return Kleene.of(accepts.test(left.value().compareTo(right.value())));
            }
            if (a instanceof Value.Day left && b instanceof Value.Day right) {
                return Kleene.of(accepts.test(left.value().compareTo(right.value())));
            }
            return Kleene.UNKNOWN;
        };
    }

    private static BinaryOperator<Value> compute(Computation computation) {
        return (a, b) -> {
            if (a instanceof Value.Num left && b instanceof Value.Num right) {
                try {
                    return new Value.Num(computation.of(left.value(), right.value(), MathContext.DECIMAL128));
                } catch (ArithmeticException divisionByZeroOrTooLarge) {
                    return Kleene.UNKNOWN;
                }
            }
            return Kleene.UNKNOWN;
        };
    }

    private interface Computation {
        BigDecimal of(BigDecimal left, BigDecimal right, MathContext precision);
    }
}
