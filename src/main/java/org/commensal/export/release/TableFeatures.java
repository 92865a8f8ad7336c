package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.commensal.export.release.Table.Column;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Feature.Kind;

/**
 * What one table of a release shows of each subject, whatever columns somebody asks for: how many rows, by visit as well,
 * their first and last day and their order, and what {@link ColumnFeatures} says of each column.
 *
 * <p>That a question was not asked follows from the answers before it, and counts as one of them; that it was skipped does
 * not.
 */
final class TableFeatures {

    private static final String NOT_ASKED = "not-applicable";
    private static final String COMPUTED = "computed";
    private static final String EVENT = "event";
    private static final String DAY = "study_day";

    private final Table table;
    private final FeatureKinds kinds;
    private final Map<String, Integer> places;
    private final List<String> names;
    private final ColumnFeatures[] cells;
    /** Of each visit or block, and of the whole table: how many rows, their first and their last day. */
    private final Map<String, double[]> rows = new TreeMap<>();

    private final Map<String, double[]> first = new TreeMap<>();
    private final Map<String, double[]> last = new TreeMap<>();
    /** How often nothing was answered, by the column that says why, and why. */
    private final Map<String, Map<String, double[]>> reasons = new TreeMap<>();

    private final double[] order;
    private int read;

    /** @param places of the subjects by their ids in this table; others in it are passed over */
    TableFeatures(Table table, FeatureKinds kinds, Map<String, Integer> places) {
        this.table = table;
        this.kinds = kinds;
        this.places = places;
        this.names = table.columns().stream().map(Column::name).toList();
        this.cells = table.columns().stream()
                .map(column -> new ColumnFeatures(table.name(), column, places.size()))
                .toArray(ColumnFeatures[]::new);
        table.columns().forEach(column -> column.reason().ifPresent(name -> reasons.put(name, new HashMap<>())));
        this.order = unknown();
        rows.put("", new double[places.size()]);
    }

    private double[] unknown() {
        double[] unknown = new double[places.size()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    void add(String[] row) {
        Integer subject = places.get(row[0]);
        if (subject == null) {
            return;
        }
        if (Double.isNaN(order[subject])) {
            order[subject] = read++;
        }
        count("", subject, row);
        if (names.contains(EVENT)) {
            count(" at " + row[names.indexOf(EVENT)], subject, row);
        }
        for (int i = 1; i < row.length; i++) {
            cells[i].add(subject, row[i]);
        }
        reasons.forEach((column, counts) -> {
            String why = row[names.indexOf(column)];
            if (!why.isEmpty()) {
                counts.computeIfAbsent(why, reason -> new double[places.size()])[subject]++;
            }
        });
    }

    private void count(String where, int subject, String[] row) {
        rows.computeIfAbsent(where, key -> new double[places.size()])[subject]++;
        String day = names.contains(DAY) ? row[names.indexOf(DAY)] : "";
        if (!day.isEmpty()) {
            double number = Double.parseDouble(day);
            double[] from = first.computeIfAbsent(where, key -> unknown());
            double[] to = last.computeIfAbsent(where, key -> unknown());
            from[subject] = Double.isNaN(from[subject]) ? number : Math.min(from[subject], number);
            to[subject] = Double.isNaN(to[subject]) ? number : Math.max(to[subject], number);
        }
    }

    List<Feature> features() {
        String name = table.name();
        Kind kind = kinds.rows(name);
        List<Feature> features = new ArrayList<>(List.of(Feature.order("order of rows in " + name, order)));
        rows.forEach((at, counts) -> features.addAll(CountFeatures.counts("rows of " + name + at, kind, counts)));
        first.forEach((at, days) -> features.addAll(CountFeatures.numbers("first day of " + name + at, kind, days)));
        last.forEach((at, days) -> features.addAll(CountFeatures.numbers("last day of " + name + at, kind, days)));
        IntStream.range(1, cells.length)
                .filter(i -> !List.of(EVENT, DAY).contains(names.get(i)) && !reasons.containsKey(names.get(i)))
                .forEach(i -> features.addAll(ofColumn(table.columns().get(i), cells[i])));
        return features;
    }

    private List<Feature> ofColumn(Column column, ColumnFeatures cell) {
        Kind kind = kinds.values(table.name(), column.name());
        List<Feature> features = new ArrayList<>(cell.values(kind));
        if (kinds.isAnswer(table.name(), column.name())) {
            features.addAll(cell.writing());
        }
        if (column.reason().isEmpty()) {
            features.addAll(cell.gaps(kind == Kind.OUTCOME ? kind : Kind.STRUCTURE));
        }
        column.reason()
                .map(reasons::get)
                .ifPresent(counts -> counts.forEach((why, times) -> {
                    boolean follows = why.equals(NOT_ASKED) || column.type().equals(COMPUTED);
                    features.addAll(CountFeatures.counts(
                            table.name() + "." + column.name() + " " + why, follows ? kind : Kind.STRUCTURE, times));
                }));
        return features;
    }
}
