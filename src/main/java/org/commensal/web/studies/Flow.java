package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How participants came through the trial, as the diagram of CONSORT 2025 lays it out: the boxes with their numbers.
 *
 * @param excluded beside the way to randomisation, as is {@code waiting}
 * @param waiting those of whom nothing is decided yet; the diagram of a finished trial has none
 * @param branches one for each arm, or one for all
 */
public record Flow(Box assessed, Box excluded, Box waiting, Box randomised, List<Branch> branches) {

    /**
     * What a box says.
     *
     * @param count empty where there is nothing to count yet
     * @param lines what the number is made of, or why there is none
     */
    public record Box(String title, OptionalInt count, List<Entry> lines) {

        public Box(String title, int count, List<Entry> lines) {
            this(title, OptionalInt.of(count), lines);
        }
    }

    /** A line of a box. */
    public record Entry(String label, OptionalInt count) {

        public Entry(String label, int count) {
            this(label, OptionalInt.of(count));
        }
    }

    /** @param name of the arm; empty for all together */
    public record Branch(Optional<String> name, Box allocation, Box followUp, Box analysis) {

        List<Box> boxes() {
            return List.of(allocation, followUp, analysis);
        }
    }

    /** The boxes before the branches. */
    List<Box> trunk() {
        return Stream.of(assessed, excluded, waiting, randomised).toList();
    }
}
