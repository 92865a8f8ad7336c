package org.commensal.anonymity;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Classes of rows that are equal at some levels (equivalence classes).
 *
 * @param representatives a row of each
 * @param sizes how many rows each has
 */
record Classes(int[] representatives, int[] sizes) {

    /** Each row alone. */
    static Classes ofSingleRows(int rows) {
        int[] ones = new int[rows];
        Arrays.fill(ones, 1);
        return new Classes(IntStream.range(0, rows).toArray(), ones);
    }

    int count() {
        return sizes.length;
    }

    /** How many rows are in classes smaller than {@code k}. */
    int suppressed(int k) {
        int suppressed = 0;
        for (int size : sizes) {
            suppressed += size < k ? size : 0;
        }
        return suppressed;
    }

    /** How many classes have at least {@code k} rows. */
    int kept(int k) {
        int kept = 0;
        for (int size : sizes) {
            kept += size < k ? 0 : 1;
        }
        return kept;
    }
}
