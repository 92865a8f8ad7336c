package org.commensal.export.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.commensal.export.release.Table.Column;

/**
 * What names a row of a table in every release whose subjects have the same ids: the subject, with what the row is called
 * ({@link Table.Rows#eachCalled}) or the cells that tell it from the other rows of that subject. Rows that nothing tells apart
 * are counted.
 *
 * <p>A study day is no key: it is empty before somebody is randomised, and there afterwards.
 */
public final class RowKeys {

    private static final List<String> USUAL = List.of("subject", "event", FormColumns.INSTANCE);

    /** A baseline may come to be that of another visit. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "flow",
            List.of("step"),
            "visits",
            List.of("subject", "event", "form"),
            "diary_days",
            List.of("subject", "event", "form", "block_day"),
            "diary_blocks",
            List.of("subject", "event", "form"),
            EndpointTable.NAME,
            List.of("subject", "outcome", "variable", "at_baseline"),
            "intercurrent_events",
            List.of("subject", "estimand", "intercurrent_event", "event", FormColumns.INSTANCE));

    private final int[] places;
    private final Map<String, Integer> seen = new HashMap<>();
    private String subject = "";

    private RowKeys(Table table) {
        List<String> names = OTHERS.getOrDefault(table.name().replaceFirst("^subject_", ""), USUAL);
        List<String> columns = table.columns().stream().map(Column::name).toList();
        this.places = names.stream()
                .mapToInt(columns::indexOf)
                .filter(place -> place >= 0)
                .toArray();
    }

    /** Each row of a table that has all its columns, after its key. The rows of a subject follow each other. */
    public static void each(Table table, BiConsumer<String, String[]> row) {
        RowKeys keys = new RowKeys(table);
        table.rows().eachCalled((name, cells) -> row.accept(keys.of(name, cells), cells));
    }

    private String of(String name, String[] cells) {
        if (!cells[0].equals(subject)) {
            subject = cells[0];
            seen.clear();
        }
        String key = name.isEmpty() ? told(cells) : cells[0] + "\n" + name;
        return key + "\n" + seen.merge(key, 1, Integer::sum);
    }

    private String told(String[] cells) {
        StringBuilder key = new StringBuilder();
        for (int place : places) {
            key.append(cells[place]).append('\n');
        }
        return key.toString();
    }
}
