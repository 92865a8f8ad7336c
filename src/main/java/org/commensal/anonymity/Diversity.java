package org.commensal.anonymity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody's class tells about them though they are not recognised in it: how the values of a sensitive column are
 * spread within the classes. For information; the search does not ask for it.
 *
 * @param distinct every class has at least so many values of the column: distinct l-diversity (Machanavajjhala et al.,
 *     ACM Transactions on Knowledge Discovery from Data 2007;1:3)
 * @param entropy the greatest l for which the table has entropy l-diversity: e to the power of the least entropy of a
 *     class (the same)
 * @param closeness the least t for which the table has t-closeness, with all values at distance 1 from each other: the
 *     greatest half of the summed differences between the shares in a class and in the table (Li, Li and
 *     Venkatasubramanian, ICDE 2007:106)
 */
public record Diversity(int distinct, double entropy, double closeness) {

    /**
     * @param rows the cells of the quasi-identifiers of each
     * @param sensitive the value of the sensitive column in each
     */
    public static Diversity of(List<List<String>> rows, List<String> sensitive) {
        Map<List<String>, Map<String, Integer>> classes = new HashMap<>();
        Map<String, Integer> table = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            classes.computeIfAbsent(rows.get(row), first -> new TreeMap<>()).merge(sensitive.get(row), 1, Integer::sum);
            table.merge(sensitive.get(row), 1, Integer::sum);
        }
        return new Diversity(
                classes.values().stream().mapToInt(Map::size).min().orElse(0),
                classes.values().stream()
                        .mapToDouble(counts -> StrictMath.exp(entropy(counts)))
                        .min()
                        .orElse(0),
                classes.values().stream()
                        .mapToDouble(counts -> distance(counts, table))
                        .max()
                        .orElse(0));
    }

    private static int size(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double entropy(Map<String, Integer> counts) {
        double entropy = 0;
        int size = size(counts);
        for (int count : counts.values()) {
            double share = (double) count / size;
            entropy -= share * StrictMath.log(share);
        }
        return entropy;
    }

    private static double distance(Map<String, Integer> one, Map<String, Integer> whole) {
        double distance = 0;
        double size = size(one);
        double all = size(whole);
        for (Map.Entry<String, Integer> each : whole.entrySet()) {
            distance += Math.abs(one.getOrDefault(each.getKey(), 0) / size - each.getValue() / all);
        }
        return distance / 2;
    }
}
