package org.commensal.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One answer, or the reason why there is none. Missing is never false and never zero. */
public sealed interface Value {

    /** Why a question has no answer. */
    enum Missing implements Value {
        /** Its condition did not hold: the question was not asked. */
        NOT_APPLICABLE,
        /** It was asked, and the person chose to skip it. */
        SKIPPED,
        /** Nobody knows: it was never reached, or what it is computed from is missing. */
        UNKNOWN
    }

    record Bool(boolean value) implements Value {}

    record Num(BigDecimal value) implements Value {
        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value));
        }
    }

    /** A code of a choice, or a text. */
    record Word(String value) implements Value {}

    /** The codes of a choice of many, in the order of the choices. */
    record Words(List<String> value) implements Value {
        public Words {
            value = List.copyOf(value);
        }
    }

    record Day(LocalDate value) implements Value {}
}
