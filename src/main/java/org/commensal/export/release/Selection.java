package org.commensal.export.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which tables and columns of a release are wanted.
 *
 * <p>What names the row is always there: the subject, the visit or block, the occurrence. What says why another column is
 * empty goes with that column.
 *
 * @param tables by name; all of them where none is named
 * @param leftOut columns, as {@code table.column}
 */
record Selection(Set<String> tables, Set<String> leftOut) {

    private static final Set<String> KEYS = Set.of("subject", "event", FormColumns.INSTANCE);

    /** The table with the columns that are wanted; nothing where it is not wanted itself. */
    Optional<Table> of(Table table) {
        if (!tables.isEmpty() && !tables.contains(table.name())) {
            return Optional.empty();
        }
        int[] kept = IntStream.range(0, table.columns().size())
                .filter(place -> isKept(table, place))
                .toArray();
        return Optional.of(kept.length == table.columns().size() ? table : cut(table, kept));
    }

    private boolean isKept(Table table, int place) {
        String column = table.columns().get(place).name();
        return KEYS.contains(column) || !isLeftOut(table, column) && !explainsNothing(table, column);
    }

    private boolean isLeftOut(Table table, String column) {
        return leftOut.contains(table.name() + "." + column);
    }

    /** Whether a column says why others are empty, all of which are left out. */
    private boolean explainsNothing(Table table, String reason) {
        List<String> explained = table.columns().stream()
                .filter(column -> column.reason().filter(reason::equals).isPresent())
                .map(Table.Column::name)
                .toList();
        return !explained.isEmpty() && explained.stream().allMatch(column -> isLeftOut(table, column));
    }

    private static Table cut(Table table, int[] kept) {
        List<String> names = IntStream.of(kept)
                .mapToObj(place -> table.columns().get(place).name())
                .toList();
        List<Table.Column> columns = IntStream.of(kept)
                .mapToObj(place -> table.columns().get(place).explainedWithin(names))
                .toList();
        return new Table(table.name(), table.label(), columns, table.rows().with(cells -> IntStream.of(kept)
                .mapToObj(place -> cells[place])
                .toArray(String[]::new)));
    }
}
