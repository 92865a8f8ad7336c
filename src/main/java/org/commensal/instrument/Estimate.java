package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Totals and means of a scale of which a few items are missing: the mean of the person's other items stands for each
 * of them (person-mean imputation; Downey and King 1998, J Gen Psychol 125:175).
 *
 * <p>Decimals of 34 digits; with nothing missing a total is exact. Nothing is estimated from nothing.
 */
final class Estimate {

    private Estimate() {}

    /** @param allowance how many of the items may be missing, and the total still be known */
    static Value sum(Value allowance, List<Value> items) {
        return estimate(allowance, items, items.size());
    }

    static Value mean(Value allowance, List<Value> items) {
        return estimate(allowance, items, 1);
    }

    /** The sum of the known items times this, over how many are known: one division, so that whole totals stay whole. */
    private static Value estimate(Value allowance, List<Value> items, int times) {
        Value sum = Value.Num.of(0);
        int known = 0;
        for (Value item : items) {
            if (!(item instanceof Value.Missing)) {
                sum = Operator.PLUS.apply(sum, item);
                known++;
            }
        }
        if (known == 0 || !isAllowed(items.size() - known, allowance)) {
            return Kleene.UNKNOWN;
        }
        return known == times
                ? sum
                : Operator.OVER.apply(Operator.TIMES.apply(sum, Value.Num.of(times)), Value.Num.of(known));
    }

    private static boolean isAllowed(int missing, Value allowance) {
        return Operator.AT_LEAST.apply(allowance, Value.Num.of(missing)).equals(Kleene.TRUE);
    }

    /** The nearest whole number; halves go away from zero, as in tables of scores. */
    static Value rounded(Value value) {
        if (!(value instanceof Value.Num number) || number.value().scale() <= 0) {
            return number(value);
        }
        BigDecimal decimal = number.value();
        long digitsBeforePoint = (long) decimal.precision() - decimal.scale();
        return digitsBeforePoint < 0 ? Value.Num.of(0) : new Value.Num(decimal.setScale(0, RoundingMode.HALF_UP));
    }

    static Value number(Value value) {
        return value instanceof Value.Num ? value : Kleene.UNKNOWN;
    }

    /** How many may be missing is written as a number, fewer than there are items. */
    static void checkAllowance(Operation operation, List<Term> arguments, Term.Scope scope) {
        int items = arguments.size() - 1;
        boolean fits = arguments.get(0) instanceof Term.Literal literal
                && literal.value() instanceof Value.Num number
                && number.value().scale() <= 0
                && number.value().compareTo(BigDecimal.valueOf(items)) < 0;
        if (!fits) {
            scope.fault(
                    operation.spelling() + " begins with " + arguments.get(0) + " and has " + items + " items.",
                    "Begin with how many may be missing, a whole number below the number of items: "
                            + operation.spelling() + "(1, one, other, third).");
        }
    }
}
