package org.commensal.web.studies;

import java.util.List;

/**
 * The flow of participants on a page: the drawing, and the same numbers as a table.
 *
 * @param byArm whether the numbers of each arm are shown
 * @param mayKnow whether this person may ask for them
 * @param groups the headings of the columns of numbers
 */
public record FlowSheet(
        String base, FlowDiagram diagram, boolean byArm, boolean mayKnow, List<String> groups, List<Row> rows) {

    /**
     * A line of the table.
     *
     * @param within whether the line says what the one above it is made of
     * @param counts one for each group, or one for all; a dash where there is nothing to count
     */
    public record Row(String label, boolean within, List<String> counts) {}
}
