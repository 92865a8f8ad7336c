package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values by the code of their item, in the order of the questionnaire. A code that is absent is unknown. */
public record Answers(Map<String, Value> values) {

    public Answers {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Value get(String code) {
        return values.getOrDefault(code, Value.Missing.UNKNOWN);
    }
}
