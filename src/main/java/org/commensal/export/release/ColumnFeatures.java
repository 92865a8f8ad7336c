package org.commensal.export.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.export.release.Table.Column;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Feature.Kind;

/**
 * What one column shows of each subject: which values it takes, how often it is empty, how numbers and texts are written.
 *
 * <p>Of several rows of a subject, a value counts where any row has it, a number by its mean.
 */
final class ColumnFeatures {

    private static final String SEVERAL = "choices";

    private final String name;
    private final Column column;
    private final boolean number;
    private final double[] empty;
    private final double[] given;
    private final double[] sum;
    private final double[] decimals;
    private final double[] length;
    private final Map<String, BitSet> levels = new HashMap<>();
    private final boolean several;
    private boolean tooMany;

    ColumnFeatures(String table, Column column, int subjects) {
        this.name = table + "." + column.name();
        this.column = column;
        this.several = column.type().equals(SEVERAL);
        this.number = column.kind() == Table.Kind.NUMBER;
        this.empty = new double[subjects];
        this.given = new double[subjects];
        this.sum = new double[subjects];
        this.decimals = new double[subjects];
        this.length = new double[subjects];
    }

    void add(int subject, String cell) {
        if (cell.isEmpty()) {
            empty[subject]++;
            return;
        }
        given[subject]++;
        length[subject] = Math.max(length[subject], cell.length());
        if (number) {
            sum[subject] += Double.parseDouble(cell);
            int point = cell.indexOf('.');
            decimals[subject] = Math.max(decimals[subject], point < 0 ? 0 : cell.length() - point - 1.0);
        }
        if (!tooMany) {
            if (several) {
                Stream.of(cell.split(";")).forEach(value -> has(subject, value));
            } else {
                has(subject, cell);
            }
            tooMany = levels.size() > CountFeatures.MOST_LEVELS;
        }
    }

    private void has(int subject, String value) {
        levels.computeIfAbsent(value, level -> new BitSet()).set(subject);
    }

    List<Feature> values(Kind kind) {
        List<Feature> features = new ArrayList<>();
        if (number) {
            features.add(Feature.rank(name + ", mean", kind, means()));
        }
        if (!tooMany) {
            new TreeMap<>(levels)
                    .forEach((value, having) ->
                            features.addAll(CountFeatures.level(name + " = " + value, kind, having, given.length)));
        }
        return features;
    }

    List<Feature> gaps(Kind kind) {
        return CountFeatures.counts(name + ", empty", kind, empty);
    }

    /** That a number has more decimals, or a text more letters, is the hand of whoever wrote it. */
    List<Feature> writing() {
        if (number) {
            return CountFeatures.numbers(name + ", decimals", Kind.STRUCTURE, decimals);
        }
        boolean text = column.kind() == Table.Kind.TEXT && column.codes().isEmpty();
        return text ? List.of(Feature.rank(name + ", length", Kind.STRUCTURE, length)) : List.of();
    }

    private double[] means() {
        double[] means = new double[sum.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = given[i] == 0 ? Double.NaN : sum[i] / given[i];
        }
        return means;
    }
}
