package org.commensal.anonymity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table at levels of its columns, with the rows suppressed that are then in classes smaller than {@code k}.
 *
 * @param levels in the order of the columns
 * @param score the loss by the metric
 * @param classes of at least {@code k} rows
 * @param suppressed how many rows are in none of them
 * @param nodes how many combinations of levels there are
 * @param visited how many of them had to be looked at
 */
public record Anonymised(
        QuasiIdentifiers table,
        int k,
        List<Integer> levels,
        double score,
        int classes,
        int suppressed,
        long nodes,
        long visited) {

    /** What stands in every cell of a row that is suppressed. */
    public static final String SUPPRESSED = "*";

    public Anonymised {
        levels = List.copyOf(levels);
    }

    /** The numbers of the rows that are not suppressed. */
    public List<Integer> kept() {
        int[] classOf = new int[table.rows()];
        Classes found = table.rollUp(
                Classes.ofSingleRows(table.rows()),
                levels.stream().mapToInt(Integer::intValue).toArray(),
                classOf);
        return IntStream.range(0, table.rows())
                .filter(row -> found.sizes()[classOf[row]] >= k)
                .boxed()
                .toList();
    }

    /** Every row in its place. */
    public List<List<String>> rows() {
        List<List<String>> generalised = table.generalised(levels);
        List<String> suppressedRow = Collections.nCopies(table.columns(), SUPPRESSED);
        List<List<String>> rows = new ArrayList<>(Collections.nCopies(table.rows(), suppressedRow));
        kept().forEach(row -> rows.set(row, generalised.get(row)));
        return rows;
    }
}
