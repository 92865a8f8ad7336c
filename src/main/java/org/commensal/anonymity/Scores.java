package org.commensal.anonymity;

import java.util.stream.IntStream;

/**
 * The loss of a table at levels of its columns, by a metric.
 *
 * <p>Rows enter as whole numbers, added in the order of the hierarchies. So a score does not depend on the order of the
 * rows, and no step up makes a bound smaller, not even by rounding: each summand can only grow.
 */
final class Scores {

    private static final double LOG_2 = StrictMath.log(2);
    /** The loss of a column is cut at ten decimals, as ARX cuts it, so that no tie is decided by rounding. */
    private static final double PLACES = 1e10;

    private final QuasiIdentifiers table;
    private final Metric metric;
    /** By column and level, as if nothing were suppressed. */
    private final double[][] unsuppressed;
    /** Over the rows, how many values of the domain each may be; by column and level. */
    private final long[][] covered;

    Scores(QuasiIdentifiers table, Metric metric) {
        this.table = table;
        this.metric = metric;
        unsuppressed = new double[table.columns()][];
        covered = new long[table.columns()][];
        for (int column = 0; column < unsuppressed.length; column++) {
            int[] counts = table.counts(column);
            unsuppressed[column] = new double[table.hierarchy(column).height() + 1];
            covered[column] = new long[unsuppressed[column].length];
            for (int level = 0; level < unsuppressed[column].length; level++) {
                covered[column][level] = covered(column, level, counts);
                unsuppressed[column][level] =
                        metric == Metric.LOSS ? share(column, covered[column][level]) : bits(column, level, counts);
            }
        }
    }

    /** No row more suppressed and no step higher has a smaller score. */
    double bound(int[] levels) {
        return total(IntStream.range(0, levels.length)
                .mapToDouble(column -> unsuppressed[column][levels[column]])
                .toArray());
    }

    double score(int[] levels, Classes classes, int k) {
        return metric == Metric.ENTROPY ? bound(levels) : total(byColumn(levels, classes, k));
    }

    double[] byColumn(int[] levels, Classes classes, int k) {
        double[] byColumn = new double[levels.length];
        for (int column = 0; column < byColumn.length; column++) {
            int level = levels[column];
            int[] suppressed = suppressed(column, level, classes, k);
            byColumn[column] = switch (metric) {
                case ENTROPY -> unsuppressed[column][level];
                case ENTROPY_WITH_SUPPRESSION -> unsuppressed[column][level] + bits(suppressed);
                case LOSS -> share(column, covered[column][level] + more(column, level, suppressed));
            };
        }
        return byColumn;
    }

    private double total(double[] byColumn) {
        double total = metric == Metric.LOSS ? 1 : 0;
        for (double exact : byColumn) {
            double loss = Math.floor(exact * PLACES) / PLACES;
            if (metric == Metric.LOSS) {
                total *= StrictMath.pow(1 + loss, 1.0 / byColumn.length);
            } else {
                total += loss;
            }
        }
        return metric == Metric.LOSS ? total - 1 : total;
    }

    /** The bits between the values of a column and their labels at a level. */
    private double bits(int column, int level, int[] counts) {
        Hierarchy hierarchy = table.hierarchy(column);
        int[] codes = hierarchy.codes(level);
        int[] of = new int[hierarchy.labels(level)];
        for (int value = 0; value < counts.length; value++) {
            of[codes[value]] += counts[value];
        }
        double bits = 0;
        for (int value = 0; value < counts.length; value++) {
            bits += bits(counts[value], of[codes[value]]);
        }
        return bits;
    }

    /** The bits between labels and none. */
    private static double bits(int[] counts) {
        int all = IntStream.of(counts).sum();
        double bits = 0;
        for (int count : counts) {
            bits += bits(count, all);
        }
        return bits;
    }

    private static double bits(int count, int of) {
        return count == 0 ? 0 : count * -(StrictMath.log((double) count / of) / LOG_2);
    }

    private long covered(int column, int level, int[] counts) {
        Hierarchy hierarchy = table.hierarchy(column);
        long covered = 0;
        for (int value = 0; value < counts.length; value++) {
            covered += (long) counts[value] * hierarchy.size(level, hierarchy.codes(level)[value]);
        }
        return covered;
    }

    /** Over the suppressed rows, how many values of the domain each may be besides those that its label stands for. */
    private long more(int column, int level, int[] suppressed) {
        Hierarchy hierarchy = table.hierarchy(column);
        long more = 0;
        for (int code = 0; code < suppressed.length; code++) {
            more += (long) suppressed[code] * (hierarchy.domain() - hierarchy.size(level, code));
        }
        return more;
    }

    /** From 0, where each row may be one value, to 1, where each may be any. */
    private double share(int column, long covered) {
        long rows = table.rows();
        long domain = table.hierarchy(column).domain();
        return domain == 1 || rows == 0 ? 0 : (double) (covered - rows) / (rows * (domain - 1));
    }

    /** By label at this level, how many rows are in classes smaller than {@code k}. */
    private int[] suppressed(int column, int level, Classes classes, int k) {
        int[] suppressed = new int[table.hierarchy(column).labels(level)];
        for (int i = 0; i < classes.count(); i++) {
            if (classes.sizes()[i] < k) {
                suppressed[table.code(column, level, classes.representatives()[i])] += classes.sizes()[i];
            }
        }
        return suppressed;
    }
}
