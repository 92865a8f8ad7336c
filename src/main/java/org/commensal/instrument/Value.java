package org.commensal.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One answer, or the reason why there is none. Missing is never false and never zero. */
public sealed interface Value {

    /** Why a question has no answer. */
    enum Missing implements Value {
        /** Its condition did not hold: the question was not asked. */
        NOT_APPLICABLE,
        /** It was asked, and the person chose to skip it. */
        SKIPPED,
        /** It was asked, and the person preferred not to say, where the item lets them. */
        REFUSED,
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

    /** What is known of an answer that has several parts, such as a medicine and its dose, each by its name. */
    record Parts(Map<String, Value> value) implements Value {
        public Parts {
            value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
        }
    }
}
