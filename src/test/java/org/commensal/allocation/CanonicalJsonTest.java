package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsTheNamesOfMembersByTheirUtf16UnitsAtEveryDepth() {
        Map<String, Object> inner = Map.of("\ufb33", 1, "\ud83d\ude00", 2, "\u20ac", 3, "\u00f6", 4, "1", 5, "\r", 6);
        assertThat(CanonicalJson.of(Map.of("b", List.of(inner), "a", true)))
                .isEqualTo("{\"a\":true,\"b\":[{\"\\r\":6,\"1\":5,\"\u00f6\":4,\"\u20ac\":3,\"\ud83d\ude00\":2,"
                        + "\"\ufb33\":1}]}");
    }

    /** The string of RFC 8785, section 3.2.2. */
    @Test
    void escapesWhatJsonDemandsAndNothingElse() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        assertThat(CanonicalJson.of("\b\t\f\r\u001f\u007f\u2028")).isEqualTo("\"\\b\\t\\f\\r\\u001f\u007f\u2028\"");
    }

    @Test
    void writesWholeNumbersAndEmptyThings() {
        assertThat(CanonicalJson.of(List.of(-1, 9_007_199_254_740_991L, false, List.of(), Map.of(), "")))
                .isEqualTo("[-1,9007199254740991,false,[],{},\"\"]");
    }
}
