package org.commensal.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A small table with hierarchies, and what is asked of it.
 *
 * @param hierarchies by column, each row a value and its generalisations
 */
record RandomTable(List<List<List<String>>> hierarchies, List<List<String>> rows, int k, double limit) {

    static Arbitrary<RandomTable> any() {
        return Arbitraries.randomValue(RandomTable::drawn);
    }

    private static RandomTable drawn(Random random) {
        List<List<List<String>>> hierarchies = new ArrayList<>();
        int columns = 1 + random.nextInt(3);
        for (int column = 0; column < columns; column++) {
            hierarchies.add(hierarchy(random));
        }
        List<List<String>> rows = new ArrayList<>();
        int count = 1 + random.nextInt(30);
        for (int row = 0; row < count; row++) {
            rows.add(hierarchies.stream()
                    .map(hierarchy ->
                            hierarchy.get(random.nextInt(hierarchy.size())).get(0))
                    .toList());
        }
        double[] limits = {0, 0.1, 0.29, 0.5, 1};
        return new RandomTable(hierarchies, rows, 1 + random.nextInt(6), limits[random.nextInt(limits.length)]);
    }

    private static List<List<String>> hierarchy(Random random) {
        int values = 1 + random.nextInt(6);
        int height = random.nextInt(4);
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, values).forEach(value -> rows.add(new ArrayList<>(List.of("v" + value))));
        int labels = values;
        int[] label = IntStream.range(0, values).toArray();
        for (int level = 1; level <= height; level++) {
            int next = 1 + random.nextInt(labels);
            int[] parent = random.ints(labels, 0, next).toArray();
            for (int value = 0; value < values; value++) {
                label[value] = parent[label[value]];
                rows.get(value).add("l" + label[value]);
            }
            labels = next;
        }
        return rows;
    }

    QuasiIdentifiers table() {
        return QuasiIdentifiers.of(hierarchies.stream().map(Hierarchy::of).toList(), rows);
    }

    /** Every combination of levels. */
    List<int[]> nodes() {
        List<int[]> nodes = List.of(new int[hierarchies.size()]);
        for (int column = 0; column < hierarchies.size(); column++) {
            List<int[]> more = new ArrayList<>();
            for (int[] node : nodes) {
                for (int level = 0; level < hierarchies.get(column).get(0).size(); level++) {
                    int[] copy = node.clone();
                    copy[column] = level;
                    more.add(copy);
                }
            }
            nodes = more;
        }
        return nodes;
    }

    /** What a cell becomes. */
    String generalised(int column, String value, int level) {
        return hierarchies.get(column).stream()
                .filter(row -> row.get(0).equals(value))
                .findFirst()
                .orElseThrow()
                .get(level);
    }

    List<String> generalised(List<String> row, int[] node) {
        return IntStream.range(0, node.length)
                .mapToObj(column -> generalised(column, row.get(column), node[column]))
                .toList();
    }
}
