package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/**
 * A table of a release, for comparison with what a client of REDCap reads.
 *
 * @param lines of its CSV file, the names of the columns first
 */
record RedcapCells(String table, List<String[]> lines) {

    private static final Map<String, String> REASONS =
            Map.of("not-applicable", "NASK", "skipped", "SKIP", "refused", "REFU", "unknown", "ASKU");

    /** Each row of a CSV answer by the names of its columns. */
    static List<Map<String, String>> rows(List<String[]> csv) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : csv.subList(1, csv.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.length; i++) {
                row.put(csv.get(0)[i], line[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Every row of the table is there, with the same value in every cell. */
    void areAmong(List<Map<String, String>> read) {
        List<Map<String, String>> released = rows(lines);
        assertThat(released).as(table).isNotEmpty();
        for (Map<String, String> row : released) {
            Map<String, String> found = read.stream()
                    .filter(other -> isOf(row, other))
                    .findFirst()
                    .orElseThrow(() -> new AssertionFailedError("no row like " + row + " of " + table));
            row.forEach((column, cell) -> {
                if (!column.equals("event")) {
                    String name = found.containsKey(column) ? column : table + "_" + column;
                    assertThat(found).as(column).containsEntry(name, expected(row, column, cell));
                }
            });
        }
    }

    private static boolean isOf(Map<String, String> row, Map<String, String> other) {
        String event = row.getOrDefault("event", "participant").toLowerCase(Locale.ROOT) + "_arm_1";
        return row.get("subject").equals(other.get("subject")) && event.equals(other.get("redcap_event_name"));
    }

    private static String expected(Map<String, String> row, String column, String cell) {
        String why = row.getOrDefault(column + "_missing", "");
        if (cell.isEmpty() && !why.isEmpty()) {
            return REASONS.getOrDefault(why, "");
        }
        return switch (cell) {
            case "true" -> "1";
            case "false" -> "0";
            default -> cell;
        };
    }
}
