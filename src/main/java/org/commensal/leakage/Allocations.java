package org.commensal.leakage;

/**
 * The arm of each subject as allocated, and as the trial's own algorithm might have allocated them as well.
 *
 * @param arms how many there are
 * @param actual the arm of each subject, from 0
 * @param references the same from further runs of the algorithm, one array each
 * @param moments when each was allocated; only their order counts
 */
public record Allocations(int arms, byte[] actual, byte[][] references, double[] moments) {

    int subjects() {
        return actual.length;
    }

    /** How many subjects each arm has. */
    int[] sizes(byte[] allocation) {
        int[] sizes = new int[arms];
        for (byte arm : allocation) {
            sizes[arm]++;
        }
        return sizes;
    }

    /** Whether two arms have somebody, so that there is something to tell. */
    boolean differ() {
        int first = actual.length == 0 ? 0 : actual[0];
        for (byte arm : actual) {
            if (arm != first) {
                return true;
            }
        }
        return false;
    }
}
