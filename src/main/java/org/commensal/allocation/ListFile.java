package org.commensal.allocation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The file of a randomisation list: stratum, sequence and arm in UTF-8, each stratum in one piece with its sequence
 * counting from 1, so that a list which was sorted by accident is refused.
 *
 * <p>A fault names the line, never the arm.
 *
 * @param faults is told what is wrong, and what to do
 */
record ListFile(Design design, BiConsumer<String, String> faults) {

    static final String HEADER = "stratum,sequence,arm";
    private static final String FIX = "Correct the list, in the order of its sequence within each stratum.";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_FAULTS = 20;

    Map<String, List<Integer>> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            faults.accept("line 1 does not name the columns.", "Write " + HEADER + ".");
            return rows;
        }
        int found = 0;
        String before = "";
        for (int i = 1; i < lines.size() && found < MOST_FAULTS; i++) {
            Optional<Row> row = Row.of(lines.get(i));
            String stratum = row.map(Row::stratum).orElse("");
            Optional<String> fault = fault(row, before, rows);
            if (fault.isPresent()) {
                faults.accept("line " + (i + 1) + " " + fault.get(), FIX);
                found++;
            } else {
                int place = design.arms().indexOf(row.map(Row::arm).orElseThrow());
                rows.computeIfAbsent(stratum, first -> new ArrayList<>()).add(place);
            }
            before = stratum;
        }
        if (found == 0) {
            design.strata().stream()
                    .filter(stratum -> !rows.containsKey(stratum))
                    .forEach(stratum -> faults.accept("no row is of " + stratum + ".", "Add rows for each stratum."));
        }
        return rows;
    }

    private Optional<String> fault(Optional<Row> row, String before, Map<String, List<Integer>> rows) {
        if (row.isEmpty()) {
            return Optional.of("is not a stratum, a sequence and an arm.");
        }
        String stratum = row.get().stratum();
        List<Integer> taken = rows.getOrDefault(stratum, List.of());
        if (!design.strata().contains(stratum)) {
            return Optional.of("is of a stratum that the study does not have, " + stratum + ".");
        }
        if (!taken.isEmpty() && !stratum.equals(before)) {
            return Optional.of("goes on with a stratum that was left before, " + stratum + ".");
        }
        if (!row.get().sequence().equals(String.valueOf(taken.size() + 1))) {
            return Optional.of("should have sequence " + (taken.size() + 1) + ".");
        }
        return design.arms().contains(row.get().arm())
                ? Optional.empty()
                : Optional.of("names an arm that the study does not have.");
    }

    /** One line; a stratum may hold commas, and be quoted. */
    private record Row(String stratum, String sequence, ArmCode arm) {

        static Optional<Row> of(String line) {
            int arm = line.lastIndexOf(',');
            int sequence = line.lastIndexOf(',', arm - 1);
            if (sequence < 0) {
                return Optional.empty();
            }
            String stratum = line.substring(0, sequence);
            boolean quoted = stratum.length() > 1 && stratum.startsWith("\"") && stratum.endsWith("\"");
            String name = quoted ? stratum.substring(1, stratum.length() - 1).replace("\"\"", "\"") : stratum;
            return Optional.of(new Row(name, line.substring(sequence + 1, arm), new ArmCode(line.substring(arm + 1))));
        }
    }
}
