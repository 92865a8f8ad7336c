package org.commensal.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The lowest or the highest answer that a source takes, as the nearest whole number that refuses nothing more.
 *
 * @param said as the source says it
 * @param isExact whether the whole number says the same
 */
record Limit(String said, long whole, boolean isExact) {

    static Optional<Limit> least(String said, boolean included, boolean wholeAnswers) {
        return of(said).map(limit -> {
            long floor = limit.setScale(0, RoundingMode.FLOOR).longValue();
            boolean isWhole = limit.compareTo(BigDecimal.valueOf(floor)) == 0;
            long whole = wholeAnswers && (!isWhole || !included) ? floor + 1 : floor;
            return new Limit((included ? ">= " : "> ") + said, whole, wholeAnswers || isWhole && included);
        });
    }

    static Optional<Limit> most(String said, boolean included, boolean wholeAnswers) {
        return of(said).map(limit -> {
            long ceiling = limit.setScale(0, RoundingMode.CEILING).longValue();
            boolean isWhole = limit.compareTo(BigDecimal.valueOf(ceiling)) == 0;
            long whole = wholeAnswers && (!isWhole || !included) ? ceiling - 1 : ceiling;
            return new Limit((included ? "<= " : "< ") + said, whole, wholeAnswers || isWhole && included);
        });
    }

    private static Optional<BigDecimal> of(String said) {
        String plain = said.strip().replace(',', '.');
        return Comparison.isNumber(plain) ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
