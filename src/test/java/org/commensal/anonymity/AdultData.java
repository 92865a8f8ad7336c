package org.commensal.anonymity;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The Adult data set with its hierarchies, which are not part of the project. */
final class AdultData {

    private AdultData() {}

    /** Its columns in their order, but those left out. */
    static QuasiIdentifiers without(String... left) {
        return table(UnaryOperator.identity(), left);
    }

    /**
     * Without the occupation and with the hierarchies as they were when ARX first published figures: England in a region
     * of its own, spelt Europa.
     */
    static QuasiIdentifiers earlier() {
        return table(row -> row.get(0).equals("England") ? List.of("England", "Europa", "*") : row, "occupation");
    }

    private static QuasiIdentifiers table(UnaryOperator<List<String>> ofHierarchies, String... left) {
        List<List<String>> rows = rows("adult.csv");
        List<Integer> places = new ArrayList<>();
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (String column : rows.get(0)) {
            if (!List.of(left).contains(column)) {
                places.add(rows.get(0).indexOf(column));
                hierarchies.add(Hierarchy.of(rows("adult_hierarchy_" + column + ".csv").stream()
                        .map(ofHierarchies)
                        .toList()));
            }
        }
        return QuasiIdentifiers.of(
                hierarchies,
                rows.stream()
                        .skip(1)
                        .map(row -> places.stream().map(row::get).toList())
                        .toList());
    }

    private static List<List<String>> rows(String name) {
        String folder = System.getenv().getOrDefault("REFERENCE_DATA", "");
        Path file = Path.of(folder, "data", "adult", name);
        assumeTrue(!folder.isEmpty() && Files.exists(file), "REFERENCE_DATA names no folder with data/adult/" + name);
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
