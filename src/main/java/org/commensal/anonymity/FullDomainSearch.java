package org.commensal.anonymity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The levels at which a table is k-anonymous with the least loss: full-domain generalisation with a limit of suppression
 * (LeFevre, DeWitt and Ramakrishnan, SIGMOD 2005:49; El Emam et al., J Am Med Inform Assoc 2009;16:670).
 *
 * <p>A node is a level for each column. Each node but the lowest has one parent, a step lower in the last column that is
 * not at level 0, so that a walk from the lowest meets each node once, and makes its classes from those of its parent.
 * Two things are left out, and neither can hold the best:
 *
 * <ul>
 *   <li>what is above a node whose bound exceeds the best score so far, for no bound falls on the way up
 *       ({@link Scores});
 *   <li>nodes that share a highest node at which too many rows are suppressed, for on the way down classes only split.
 * </ul>
 *
 * <p>Of equal scores the one with the fewest suppressed rows is taken, then the lowest sum of levels, then the lowest
 * level in the first column where two differ.
 */
public final class FullDomainSearch {

    /** Beyond this we do not begin. */
    static final long MOST_NODES = 1_000_000;

    private static final Text TOO_MANY_NODES = new Text(
            "There are %s combinations of levels, and we search %s. Name fewer columns, or give them fewer levels.",
            "Er zijn %s combinaties van niveaus en we doorzoeken er %s. Noem minder kolommen of geef ze minder niveaus.");

    private static final Comparator<Anonymised> BETTER = Comparator.comparingDouble(Anonymised::score)
            .thenComparingInt(Anonymised::suppressed)
            .thenComparingInt(
                    found -> found.levels().stream().mapToInt(Integer::intValue).sum())
            .thenComparing(
                    found -> found.levels().stream().mapToInt(Integer::intValue).toArray(), Arrays::compare);

    private final QuasiIdentifiers table;
    private final int k;
    private final int allowed;
    private final Scores scores;
    private final int[] highest;
    private final int[] into;
    private long visited;
    private @Nullable Anonymised best;

    private FullDomainSearch(QuasiIdentifiers table, int k, double limit, Metric metric) {
        this.table = table;
        this.k = k;
        allowed = allowed(limit, table.rows());
        scores = new Scores(table, metric);
        highest = IntStream.range(0, table.columns())
                .map(column -> table.hierarchy(column).height())
                .toArray();
        into = new int[table.rows()];
    }

    /**
     * @param limit the share of the rows that may be suppressed, from 0 to 1
     * @return nothing where too many rows are suppressed at every combination of levels
     * @throws Refusal {@code TOO_LARGE} where there are more combinations than we search
     */
    public static Optional<Anonymised> best(QuasiIdentifiers table, int k, double limit, Metric metric) {
        long nodes = nodes(table);
        if (nodes > MOST_NODES) {
            throw new Refusal(Reason.TOO_LARGE, TOO_MANY_NODES.with(nodes, MOST_NODES));
        }
        FullDomainSearch search = new FullDomainSearch(table, k, limit, metric);
        int[] lowest = new int[table.columns()];
        Classes classes = table.rollUp(Classes.ofSingleRows(table.rows()), lowest, search.into);
        if (search.suppressedAbove(lowest, 0, classes) <= search.allowed) {
            search.visit(lowest, 0, classes);
        }
        return Optional.ofNullable(search.best).map(found -> search.found(found));
    }

    /** How many rows are suppressed where every column is at its highest level: no combination suppresses fewer. */
    public static int fewestSuppressed(QuasiIdentifiers table, int k) {
        FullDomainSearch search = new FullDomainSearch(table, k, 1, Metric.ENTROPY);
        return search.suppressedAbove(new int[table.columns()], 0, Classes.ofSingleRows(table.rows()));
    }

    /**
     * The greatest number of rows that is no more than this share of them, in decimals: 0.29 of 100 rows are 29. ARX
     * multiplies in binary, which gives one row fewer there.
     */
    public static int allowed(double limit, int rows) {
        return BigDecimal.valueOf(limit)
                .multiply(BigDecimal.valueOf(rows))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** How many combinations of levels there are, or more than we search. */
    private static long nodes(QuasiIdentifiers table) {
        long nodes = 1;
        for (int column = 0; column < table.columns() && nodes <= Integer.MAX_VALUE; column++) {
            nodes *= table.hierarchy(column).height() + 1L;
        }
        return nodes;
    }

    /** @param from the last column that is not at level 0, or the first */
    private void visit(int[] levels, int from, Classes classes) {
        visited++;
        boolean isAnonymous = classes.suppressed(k) <= allowed;
        if (isAnonymous) {
            consider(levels, classes);
        }
        for (int column = from; column < levels.length; column++) {
            if (!isAnonymous && column > from && suppressedAbove(levels, column, classes) > allowed) {
                return;
            }
            if (levels[column] < highest[column]) {
                levels[column]++;
                if (best == null || scores.bound(levels) <= best.score()) {
                    visit(levels, column, table.rollUp(classes, levels, into));
                }
                levels[column]--;
            }
        }
    }

    private void consider(int[] levels, Classes classes) {
        Anonymised here = new Anonymised(
                table,
                k,
                IntStream.of(levels).boxed().toList(),
                scores.score(levels, classes, k),
                classes.kept(k),
                classes.suppressed(k),
                0,
                0);
        if (best == null || BETTER.compare(here, best) < 0) {
            best = here;
        }
    }

    /** How many rows are suppressed where this column and those after it are at their highest levels. */
    private int suppressedAbove(int[] levels, int column, Classes classes) {
        int[] above = levels.clone();
        System.arraycopy(highest, column, above, column, highest.length - column);
        return table.rollUp(classes, above, into).suppressed(k);
    }

    private Anonymised found(Anonymised found) {
        return new Anonymised(
                table, k, found.levels(), found.score(), found.classes(), found.suppressed(), nodes(table), visited);
    }
}
