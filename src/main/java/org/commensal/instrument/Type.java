package org.commensal.instrument;

import java.util.Set;

/**
 * What kind of value a variable has, so that a wrong expression is found when the study is read.
 *
 * @param options the only words it can be, where it is a choice; empty where any word is possible
 */
public record Type(Kind kind, Set<String> options) {

    /** The kinds of values, with the name that study teams know them by. */
    public enum Kind {
        TRUTH("a condition (yes or no)"),
        NUMBER("a number"),
        WORD("a word"),
        WORDS("a choice of many"),
        DAY("a date"),
        MEDICATION("a medicine"),
        FILE("a reference to a document");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        @Override
        public String toString() {
            return description;
        }
    }

    public static final Type TRUTH = new Type(Kind.TRUTH, Set.of());
    public static final Type NUMBER = new Type(Kind.NUMBER, Set.of());
    public static final Type WORD = new Type(Kind.WORD, Set.of());
    public static final Type DAY = new Type(Kind.DAY, Set.of());
    public static final Type MEDICATION = new Type(Kind.MEDICATION, Set.of());
    public static final Type FILE = new Type(Kind.FILE, Set.of());

    public Type {
        options = Set.copyOf(options);
    }

    public static Type oneOf(Set<String> options) {
        return new Type(Kind.WORD, options);
    }

    public static Type manyOf(Set<String> options) {
        return new Type(Kind.WORDS, options);
    }

    boolean allows(String word) {
        return options.isEmpty() || options.contains(word);
    }
}
