package org.commensal.kernel;

import java.util.List;

/**
 * One question that reading put to a study file: which key it looked for, and what may stand there.
 *
 * <p>Whoever collects these while a study is read has the reference of every key, as the code knows it.
 *
 * @param mapping where the key was looked for, as {@code study.yaml/schedule.visits[]}
 * @param at that mapping itself
 * @param key {@code *} where the study team chooses the names
 * @param required whether a study without it is refused
 */
public record Asked(String mapping, Settings.Node at, String key, boolean required, Shape shape) {

    /** What kind of value. */
    public enum Kind {
        VALUE("a value"),
        NUMBER("a whole number"),
        FLAG("`true` or `false`"),
        CHOICE("one of"),
        TEXT("a sentence"),
        MAPPING("keys of its own"),
        VALUES("a list of values"),
        TEXTS("a list of sentences"),
        LIST("a list");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param least of a number, or the fewest of a list
     * @param most of a number
     * @param allowed the only values, of a choice
     */
    public record Shape(Kind kind, int least, int most, List<String> allowed) {

        public Shape {
            allowed = List.copyOf(allowed);
        }

        static Shape of(Kind kind) {
            return new Shape(kind, 0, 0, List.of());
        }
    }
}
