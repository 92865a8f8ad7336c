package org.commensal.export.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.export.release.Table;

/** Columns of tables in which a subject may have many rows. */
record Occurrences(List<Table> tables, Set<String> names) {

    /** Each column that is there with each of its values, once for each subject who has it. */
    Map<String, List<String>> subjects() {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Table table : tables) {
            for (int place = 0; place < table.columns().size(); place++) {
                String name = table.name() + "." + table.columns().get(place).name();
                if (names.contains(name)) {
                    subjects.put(name, subjects(table, place));
                }
            }
        }
        return subjects;
    }

    private static List<String> subjects(Table table, int place) {
        Set<List<String>> seen = new HashSet<>();
        List<String> values = new ArrayList<>();
        table.rows().each(cells -> {
            if (seen.add(List.of(cells[0], cells[place]))) {
                values.add(cells[place]);
            }
        });
        return values;
    }
}
