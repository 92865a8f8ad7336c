package org.commensal.export.comparison;

/**
 * The rows of a table as two numbers each: of what names the row, and of what it holds. Takes 32 to 64 bytes a row, so that
 * a table of any width needs little memory. Numbers of different rows differ but for a chance of one in 10^6 among a
 * million rows.
 */
final class RowSums {

    /** What became of a row in the other table. */
    enum Met {
        NOT_THERE,
        SAME,
        OTHER
    }

    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = new long[FIRST_SIZE];
    private long[] sums = new long[FIRST_SIZE];
    private int rows;
    private int met;

    /** @param key of no other row; never 0 */
    void put(long key, long sum) {
        if (2 * (rows + 1) > keys.length) {
            grow();
        }
        int place = place(key);
        if (keys[place] != 0) {
            throw new IllegalStateException("two rows of a table have the same key");
        }
        keys[place] = key;
        sums[place] = sum;
        rows++;
    }

    /** Meets a row of the other table, each once. */
    Met meet(long key, long sum) {
        int place = place(key);
        if (keys[place] == 0) {
            return Met.NOT_THERE;
        }
        met++;
        return sums[place] == sum ? Met.SAME : Met.OTHER;
    }

    /** How many rows the other table did not have. */
    int notMet() {
        return rows - met;
    }

    private int place(long key) {
        int place = (int) key & (keys.length - 1);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSums = sums;
        keys = new long[2 * oldKeys.length];
        sums = new long[keys.length];
        rows = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldSums[i]);
            }
        }
    }
}
