package org.commensal.export.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * Tables with some columns made coarser, and emptied for some subjects.
 *
 * @param ways by {@code table.column}
 * @param levels that were chosen, by the same
 * @param suppressed the subjects of whom these columns tell nothing
 */
record GeneralisedTables(Map<String, Generalisation> ways, Map<String, Integer> levels, Set<String> suppressed) {

    /** What was done to each column. */
    Map<String, Text> told() {
        Map<String, Text> told = new LinkedHashMap<>();
        ways.forEach((name, way) -> told.put(name, way.told(level(name))));
        return told;
    }

    Table of(Table table) {
        List<String> names = table.columns().stream()
                .map(column -> table.name() + "." + column.name())
                .toList();
        if (names.stream().noneMatch(ways::containsKey)) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = table.columns().get(i);
            columns.add(ways.containsKey(names.get(i)) ? coarser(names.get(i), column) : column);
        }
        return new Table(
                table.name(), table.label(), columns, rows -> table.rows().each(cells -> {
                    String[] changed = cells.clone();
                    for (int i = 0; i < changed.length; i++) {
                        if (ways.containsKey(names.get(i))) {
                            changed[i] = suppressed.contains(cells[0]) ? "" : at(names.get(i), cells[i]);
                        }
                    }
                    rows.accept(changed);
                }));
    }

    private int level(String name) {
        return levels.getOrDefault(name, 0);
    }

    private String at(String name, String value) {
        String coarser = Objects.requireNonNull(ways.get(name)).at(level(name), value);
        return coarser.equals(Generalisation.NOTHING) ? "" : coarser;
    }

    /** A band is a text; what codes mean still holds of those that are left. */
    private Column coarser(String name, Column column) {
        String how = Objects.requireNonNull(ways.get(name)).told(level(name)).en();
        return level(name) == 0 ? column : column.generalised(how);
    }
}
