package org.commensal.export.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.anonymity.Diversity;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;

/**
 * What the class of a subject tells of an answer, though nobody in it is recognised: of each column that offers a choice,
 * or yes and no, the first value of each subject who has one. For information; nothing is asked of it.
 */
final class Spread {

    private Spread() {}

    /**
     * @param recognising columns that the classes are made of
     * @param classes what is told by those of each subject of whom anything is
     * @return by {@code table.column}; without columns in which everybody is alike
     */
    static Map<String, Diversity> of(List<Table> tables, Set<String> recognising, Map<String, List<String>> classes) {
        Map<String, Diversity> spread = new LinkedHashMap<>();
        for (Table table : tables) {
            if (Profiles.isOfSubjects(table)) {
                first(table, recognising, classes.keySet()).forEach((column, values) -> {
                    if (new HashSet<>(values.values()).size() > 1) {
                        spread.put(table.name() + "." + column, diversity(values, classes));
                    }
                });
            }
        }
        return spread;
    }

    private static Diversity diversity(Map<String, String> values, Map<String, List<String>> classes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> sensitive = new ArrayList<>();
        values.forEach((subject, value) -> {
            rows.add(classes.getOrDefault(subject, List.of()));
            sensitive.add(value);
        });
        return Diversity.of(rows, sensitive);
    }

    /** By column, the first value of each of these subjects. */
    private static Map<String, Map<String, String>> first(Table table, Set<String> recognising, Set<String> subjects) {
        Map<String, Map<String, String>> first = new LinkedHashMap<>();
        Map<Integer, Map<String, String>> byPlace = new HashMap<>();
        for (int place = 0; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            boolean answer = column.kind() == Kind.TRUTH || !column.codes().isEmpty();
            if (answer && !recognising.contains(table.name() + "." + column.name())) {
                Map<String, String> values = new LinkedHashMap<>();
                first.put(column.name(), values);
                byPlace.put(place, values);
            }
        }
        if (!first.isEmpty()) {
            table.rows()
                    .each(cells -> byPlace.forEach((place, values) -> {
                        if (!cells[place].isEmpty() && subjects.contains(cells[0])) {
                            values.putIfAbsent(cells[0], cells[place]);
                        }
                    }));
        }
        return first;
    }
}
