package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final int event;
    private final int day;
    private final Rows all;
    private final Map<String, Rows> byEvent = new TreeMap<>();
    /** How often nothing was answered, by the column that says why, and why. */
    private final Map<String, Map<String, double[]>> reasons = new TreeMap<>();

    private final int[] why;

    private final double[] order;
    private int read;

    /** Of a visit or block, or of the whole table: how many rows, their first and their last day. */
    private static final class Rows {

        private final double[] rows;
        private final double[] first;
        private final double[] last;
        private boolean dated;

        Rows(int subjects) {
            rows = new double[subjects];
            first = unknown(subjects);
            last = unknown(subjects);
        }

        void add(int subject, String day) {
            rows[subject]++;
            if (!day.isEmpty()) {
                dated = true;
                double number = Double.parseDouble(day);
                first[subject] = Double.isNaN(first[subject]) ? number : Math.min(first[subject], number);
                last[subject] = Double.isNaN(last[subject]) ? number : Math.max(last[subject], number);
            }
        }
    }

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
        this.event = names.indexOf(EVENT);
        this.day = names.indexOf(DAY);
        this.why = reasons.keySet().stream().mapToInt(names::indexOf).toArray();
        this.order = unknown(places.size());
        this.all = new Rows(places.size());
    }

    private static double[] unknown(int subjects) {
        double[] unknown = new double[subjects];
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
        String on = day < 0 ? "" : row[day];
        all.add(subject, on);
        if (event >= 0) {
            byEvent.computeIfAbsent(row[event], code -> new Rows(places.size())).add(subject, on);
        }
        for (int i = 1; i < row.length; i++) {
            cells[i].add(subject, row[i]);
        }
        for (int place : why) {
            if (!row[place].isEmpty()) {
                Objects.requireNonNull(reasons.get(names.get(place)))
                        .computeIfAbsent(row[place], reason -> new double[places.size()])[subject]++;
            }
        }
    }

    List<Feature> features() {
        String name = table.name();
        Kind kind = kinds.rows(name);
        List<Feature> features = new ArrayList<>(List.of(Feature.order("order of rows in " + name, order)));
        Map<String, Rows> counted = new LinkedHashMap<>(Map.of("", all));
        byEvent.forEach((code, own) -> counted.put(" at " + code, own));
        counted.forEach((at, own) -> features.addAll(CountFeatures.counts("rows of " + name + at, kind, own.rows)));
        counted.values().removeIf(own -> !own.dated);
        counted.forEach(
                (at, own) -> features.addAll(CountFeatures.numbers("first day of " + name + at, kind, own.first)));
        counted.forEach(
                (at, own) -> features.addAll(CountFeatures.numbers("last day of " + name + at, kind, own.last)));
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
