package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Optional;

/**
 * One question as a page shows it, with what was answered so far.
 *
 * @param code the name of its field
 * @param text in the person's language
 * @param hint a quieter sentence below it
 * @param values what was given: none, one, or several for ticks
 * @param fault what is wrong with what was given
 * @param doubt asks whether an unusual answer is right
 * @param confirmed whether somebody said that it is
 * @param parts the questions that it consists of
 * @param mayRefuse whether no answer means that the person prefers not to say
 * @param conditional whether it is asked only after certain answers
 */
public record Question(
        String code,
        Shape shape,
        String text,
        Optional<String> hint,
        List<Choice> choices,
        List<String> values,
        String unit,
        boolean required,
        boolean mayRefuse,
        boolean conditional,
        Optional<String> fault,
        Optional<String> doubt,
        boolean confirmed,
        List<Question> parts) {

    /** What the person sees and touches. */
    public enum Shape {
        CARDS,
        TICKS,
        SCALE,
        ANALOGUE,
        PARTS,
        SELECT,
        NUMBER,
        DATE,
        TIME,
        LINE,
        PARAGRAPH;

        /** Whether the question is a group of controls, named by a legend. */
        public boolean grouped() {
            return this == CARDS || this == TICKS || this == SCALE || this == PARTS;
        }

        /** Whether a number is typed. */
        public boolean numeric() {
            return this == NUMBER || this == ANALOGUE;
        }

        public String inputType() {
            return switch (this) {
                case DATE -> "date";
                case TIME -> "time";
                default -> "text";
            };
        }
    }

    public record Choice(String value, String label, Optional<String> help) {}

    public String value() {
        return values.stream().findFirst().orElse("");
    }

    /** The ids that describe the field to a screen reader, or none. */
    public Optional<String> described() {
        String ids = hint.map(h -> code + "-hint ").orElse("")
                + fault.map(f -> code + "-fault ").orElse("")
                + doubt.map(d -> code + "-doubt").orElse("");
        return Optional.of(ids.strip()).filter(text -> !text.isEmpty());
    }

    /** The id of a choice: the first bears the name of the field, so that a link from the summary of faults lands there. */
    public String id(Choice choice) {
        return choices.indexOf(choice) == 0 ? code : code + "-" + choice.value();
    }
}
