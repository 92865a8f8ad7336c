package org.commensal.export.release;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.commensal.instrument.Value;
import org.commensal.questionnaires.AnswersJson;

/**
 * A computed number with, where there is none, the reason.
 *
 * @param value none where it is missing, or is a word
 * @param missing a code of {@link Table#REASONS_OF_COMPUTED}; empty where there is a value
 */
record Cell(Optional<BigDecimal> value, String missing) {

    static final Cell NOT_APPLICABLE = without(AnswersJson.word(Value.Missing.NOT_APPLICABLE));
    static final Cell UNKNOWN = without(AnswersJson.word(Value.Missing.UNKNOWN));
    static final Cell NOT_REACHED = without("not-reached");

    private static Cell without(String reason) {
        return new Cell(Optional.empty(), reason);
    }

    /** Truth is 1 or 0; a word has no number, and no reason since it is there. */
    static Cell of(Value value) {
        if (value instanceof Value.Missing reason) {
            return without(AnswersJson.word(reason));
        }
        if (value instanceof Value.Bool truth) {
            return new Cell(Optional.of(truth.value() ? BigDecimal.ONE : BigDecimal.ZERO), "");
        }
        return value instanceof Value.Num number ? new Cell(Optional.of(number.value()), "") : without("");
    }

    /** In plain decimals of at most 16 digits, as many as a program of an analyst keeps; empty where there is none. */
    String number() {
        return value.map(number ->
                        number.round(MathContext.DECIMAL64).stripTrailingZeros().toPlainString())
                .orElse("");
    }

    /** What is computed from two numbers; the first reason where one is missing. */
    static Cell both(Cell one, Cell other, BinaryOperator<BigDecimal> function) {
        if (one.value.isPresent() && other.value.isPresent()) {
            return new Cell(Optional.of(function.apply(one.value.get(), other.value.get())), "");
        }
        Cell lacking = one.value.isEmpty() ? one : other;
        return lacking.missing.isEmpty() ? NOT_APPLICABLE : lacking;
    }
}
