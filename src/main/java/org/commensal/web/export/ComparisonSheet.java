package org.commensal.web.export;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Pair;

/**
 * Two datasets side by side, as their page shows them.
 *
 * @param base the address of the one whose page it was
 * @param others what it can be compared with: id and name
 * @param with the id of the one that was chosen; empty where none was
 */
public record ComparisonSheet(String base, String name, List<Pair> others, String with, Optional<Result> result) {

    /**
     * @param said what came of it, in a sentence
     * @param unchanged the tables in which nothing differs, by name
     * @param corrections whether the newer one has what corrected values were
     */
    public record Result(
            End older,
            End newer,
            List<Fact> facts,
            String said,
            List<Changed> changed,
            String unchanged,
            boolean corrections,
            List<Told> lacks,
            List<Told> asides,
            String csv) {}

    public record End(String href, String name) {}

    /** What both were asked for, or are of. */
    public record Fact(String name, String older, String newer) {}

    /**
     * A table of which something is different.
     *
     * @param both and the others are counts; a dash for none
     * @param rows the variables in which cells differ
     */
    public record Changed(
            String name, String label, String both, String added, String gone, String cells, List<Row> rows) {}

    /** The cells of a variable that differ, by what became of them. */
    public record Row(String name, String label, List<Count> counts) {}

    public record Count(String label, long cells) {}

    /**
     * What is not compared.
     *
     * @param table of which these are variables; empty where they are tables
     * @param names of variables or tables
     * @param where the only one that has them; empty where both do
     */
    public record Told(String table, String label, String names, String where, String why) {}
}
