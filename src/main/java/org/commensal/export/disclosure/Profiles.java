package org.commensal.export.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;

/**
 * What a release tells of each subject by which they could be recognised: the first value that each such column has.
 *
 * @param columns as {@code table.column}, in the order of the tables
 * @param bySubject the values of each subject in the order of the columns; empty where there is none
 */
record Profiles(Map<String, Column> columns, Map<String, String[]> bySubject) {

    private static final String SUBJECT = "subject";

    /** @param recognising the columns by which somebody could be recognised, as {@code table.column} */
    static Profiles of(List<Table> tables, Set<String> recognising) {
        Map<String, Column> columns = new LinkedHashMap<>();
        Map<Table, Map<Integer, Integer>> places = new LinkedHashMap<>();
        for (Table table : tables) {
            Map<Integer, Integer> within = new HashMap<>();
            for (int i = 0; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                String name = table.name() + "." + column.name();
                if (recognising.contains(name)) {
                    within.put(i, columns.size());
                    columns.put(name, column);
                }
            }
            if (isOfSubjects(table) && (!within.isEmpty() || places.isEmpty())) {
                places.put(table, within);
            }
        }
        Map<String, String[]> bySubject = new LinkedHashMap<>();
        places.forEach((table, within) -> read(table, within, columns.size(), bySubject));
        return new Profiles(columns, bySubject);
    }

    static boolean isOfSubjects(Table table) {
        return !table.columns().isEmpty() && table.columns().get(0).name().equals(SUBJECT);
    }

    private static void read(Table table, Map<Integer, Integer> within, int columns, Map<String, String[]> bySubject) {
        if (within.isEmpty()) {
            table.rows().subjects(id -> bySubject.computeIfAbsent(id, first -> empty(columns)));
            return;
        }
        table.rows().each(cells -> {
            String[] values = bySubject.computeIfAbsent(cells[0], first -> empty(columns));
            within.forEach((from, to) -> values[to] = values[to].isEmpty() ? cells[from] : values[to]);
        });
    }

    private static String[] empty(int columns) {
        return IntStream.range(0, columns).mapToObj(column -> "").toArray(String[]::new);
    }

    List<List<String>> rows() {
        return bySubject.values().stream().map(List::of).toList();
    }

    List<String> values(int column) {
        List<String> values = new ArrayList<>();
        bySubject.values().forEach(row -> values.add(row[column]));
        return values;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Whether every column of the release but the subject is one of these, so that nothing else singles anybody out. */
    boolean areAll(List<Table> tables) {
        Set<String> all = new TreeSet<>();
        tables.forEach(table -> table.columns().stream()
                .filter(column -> !column.name().equals(SUBJECT))
                .forEach(column -> all.add(table.name() + "." + column.name())));
        return columns.keySet().containsAll(all);
    }
}
