package org.commensal.anonymity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a table by which somebody could be recognised, each with its hierarchy. */
public final class QuasiIdentifiers {

    private final List<Hierarchy> hierarchies;
    private final int rows;
    /** By column and row. */
    private final int[][] values;

    private QuasiIdentifiers(List<Hierarchy> hierarchies, int rows, int[][] values) {
        this.hierarchies = hierarchies;
        this.rows = rows;
        this.values = values;
    }

    /** @param rows of one value for each hierarchy, which must know it */
    public static QuasiIdentifiers of(List<Hierarchy> hierarchies, List<List<String>> rows) {
        int[][] values = new int[hierarchies.size()][rows.size()];
        for (int column = 0; column < values.length; column++) {
            Hierarchy hierarchy = hierarchies.get(column);
            for (int row = 0; row < rows.size(); row++) {
                values[column][row] = hierarchy.code(rows.get(row).get(column));
            }
        }
        return new QuasiIdentifiers(List.copyOf(hierarchies), rows.size(), values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return values.length;
    }

    Hierarchy hierarchy(int column) {
        return hierarchies.get(column);
    }

    /** How many rows have each value of the column. */
    int[] counts(int column) {
        int[] counts = new int[hierarchy(column).domain()];
        for (int value : values[column]) {
            counts[value]++;
        }
        return counts;
    }

    int code(int column, int level, int row) {
        return hierarchy(column).codes(level)[values[column][row]];
    }

    /** The rows as they are at these levels. */
    public List<List<String>> generalised(List<Integer> levels) {
        List<List<String>> generalised = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>(columns());
            for (int column = 0; column < columns(); column++) {
                cells.add(hierarchy(column).label(levels.get(column), values[column][row]));
            }
            generalised.add(cells);
        }
        return generalised;
    }

    /**
     * The classes at these levels, which are unions of finer ones.
     *
     * @param into is told the new class of each finer one
     */
    Classes rollUp(Classes finer, int[] levels, int[] into) {
        int[][] codes = new int[columns()][];
        for (int column = 0; column < codes.length; column++) {
            codes[column] = hierarchy(column).codes(levels[column]);
        }
        int mask = (Integer.highestOneBit(finer.count() + 1) << 2) - 1;
        int[] places = new int[mask + 1];
        int[] representatives = new int[finer.count()];
        int[] sizes = new int[finer.count()];
        int count = 0;
        for (int i = 0; i < finer.count(); i++) {
            int row = finer.representatives()[i];
            int place = hash(row, codes) & mask;
            while (places[place] != 0 && !areEqual(row, representatives[places[place] - 1], codes)) {
                place = (place + 1) & mask;
            }
            if (places[place] == 0) {
                representatives[count] = row;
                count++;
                places[place] = count;
            }
            into[i] = places[place] - 1;
            sizes[into[i]] += finer.sizes()[i];
        }
        return new Classes(Arrays.copyOf(representatives, count), Arrays.copyOf(sizes, count));
    }

    private int hash(int row, int[][] codes) {
        int hash = 0;
        for (int column = 0; column < codes.length; column++) {
            hash = (hash + codes[column][values[column][row]]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private boolean areEqual(int one, int other, int[][] codes) {
        for (int column = 0; column < codes.length; column++) {
            if (codes[column][values[column][one]] != codes[column][values[column][other]]) {
                return false;
            }
        }
        return true;
    }
}
