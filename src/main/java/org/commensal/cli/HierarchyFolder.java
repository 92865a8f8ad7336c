package org.commensal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.anonymity.Hierarchy;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Refusal;

/**
 * A folder with a file for each quasi-identifier, which has a row for each value: the value and its generalisations. A
 * file is called as its column, with or without something and {@code _} before it.
 *
 * @param hierarchies by column, in the order of the columns
 * @param files the file of each
 * @param faults of files; where there are any, the hierarchies are not complete
 */
record HierarchyFolder(Map<String, Hierarchy> hierarchies, Map<String, Path> files, List<ProtocolFault> faults) {

    private static final String ENDING = ".csv";

    /** @param others files that may lie in the folder too */
    static HierarchyFolder read(Path folder, List<String> columns, Optional<Character> delimiter, List<Path> others) {
        List<Path> found = found(folder, others);
        if (found.isEmpty()) {
            throw Stopped.noInput("There are no hierarchies in " + folder
                    + ". Put a CSV file there for each column by which somebody could be recognised, called as the column: "
                    + columns.get(0) + ENDING + ".");
        }
        List<ProtocolFault> faults = new ArrayList<>();
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path file : found) {
            column(file, columns)
                    .map(column -> files.putIfAbsent(column, file) == null
                            ? Optional.<ProtocolFault>empty()
                            : Optional.of(twice(file, column)))
                    .orElseGet(() -> Optional.of(none(file, columns)))
                    .ifPresent(faults::add);
        }
        Map<String, Hierarchy> hierarchies = new LinkedHashMap<>();
        for (String column : columns) {
            if (files.containsKey(column)) {
                hierarchy(CsvTable.beside(files.get(column), delimiter), faults)
                        .ifPresent(read -> hierarchies.put(column, read));
            }
        }
        return new HierarchyFolder(hierarchies, files, faults);
    }

    private static ProtocolFault none(Path file, List<String> columns) {
        return new ProtocolFault(
                file.toString(),
                1,
                "No column is called so.",
                "Call the file as one of these, or take it away: " + String.join(", ", columns) + ".");
    }

    private static ProtocolFault twice(Path file, String column) {
        return new ProtocolFault(
                file.toString(), 1, "Another file is for column " + column + " too.", "Leave one of them.");
    }

    private static List<Path> found(Path folder, List<Path> others) {
        if (!Files.isDirectory(folder)) {
            throw Stopped.noInput("There is no folder " + folder + ". Name the folder that has the hierarchies.");
        }
        Set<Path> left = others.stream().map(HierarchyFolder::plain).collect(Collectors.toSet());
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(ENDING))
                    .filter(path -> !left.contains(plain(path)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw Stopped.noInput(folder + " cannot be read. Check that you may read it.");
        }
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The longest that the name of the file is or ends with. */
    private static Optional<String> column(Path file, List<String> columns) {
        String name = String.valueOf(file.getFileName());
        String stem = name.substring(0, name.length() - ENDING.length());
        return columns.stream()
                .filter(column -> stem.equals(column) || stem.endsWith("_" + column))
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<Hierarchy> hierarchy(CsvTable table, List<ProtocolFault> faults) {
        try {
            return Optional.of(
                    Hierarchy.of(table.rows().stream().map(CsvTable.Row::cells).toList()));
        } catch (Refusal refusal) {
            for (Refusal.Violation violation : refusal.violations()) {
                int row = Integer.parseInt(violation.pointer().substring(1));
                int line = table.rows().isEmpty() ? 1 : table.rows().get(row).line();
                String message = violation.message().en();
                int end = message.lastIndexOf(". ") + 1;
                faults.add(
                        new ProtocolFault(table.file(), line, message.substring(0, end), message.substring(end + 1)));
            }
            return Optional.empty();
        }
    }
}
