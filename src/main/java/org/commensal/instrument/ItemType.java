package org.commensal.instrument;

import java.util.List;
import java.util.Map;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** A kind of question: which settings it has, which answers it accepts, and what its value is to an expression. */
public interface ItemType {

    /** What reading an answer gives: a value, or the sentence that says how to answer. */
    sealed interface Reading {
        record Accepted(Value value) implements Reading {}

        record Declined(Text why) implements Reading {}

        static Reading of(Value value) {
            return new Accepted(value);
        }

        static Reading declined(String en, String nl, Object... values) {
            return new Declined(new Text(en, nl).with(values));
        }
    }

    /**
     * Reads the settings of this type from an item of a study file; every fault is reported with its line.
     *
     * @return the settings in the canonical spelling, by their key
     */
    Map<String, String> settings(Settings item);

    /** Whether its items list options. */
    default boolean hasOptions() {
        return false;
    }

    /** The values that its options must have, in this order; empty where the study chooses them. */
    default List<String> optionValues() {
        return List.of();
    }

    /** Whether one answer can lie below another, so that a study may say what is usual. */
    default boolean isOrdered() {
        return false;
    }

    /** What one answer consists of, each part a question of its own; empty where it is a single value. */
    default List<Item> parts(Item item) {
        return List.of();
    }

    /** Whether a person is asked; otherwise its value is computed. */
    default boolean isAsked() {
        return true;
    }

    /** How a release treats its answers where the study does not say. */
    default String exportClass() {
        return "normal";
    }

    /** Whether a study may let a release have its answers. */
    default boolean isReleasable() {
        return true;
    }

    Type type(Item item);

    /**
     * Reads one answer.
     *
     * @param given a {@code String} as from a form, or a {@code Boolean}, {@code BigDecimal}, {@code List} or
     *     {@code Map} as from JSON
     */
    Reading read(Item item, Object given);
}
