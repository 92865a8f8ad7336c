package org.commensal.allocation;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/**
 * All sequences of allocations in which no arm is ever more than a limit ahead of another, counted.
 *
 * <p>An arm's count is divided by its share of the ratio before arms are compared, in whole numbers. See
 * {@link MaximalProcedure}.
 *
 * @param limit in participants of an arm of share 1
 * @param free whether a sequence may end unbalanced
 */
record Paths(Design design, int limit, boolean free) {

    /** Up to this number, floating point of double precision counts exactly, so any verifier can. */
    static final long MOST = 1L << 53;

    private static final int MOST_STATES = 200_000;

    /** One state of a sequence: with each arm, how many ways there are from here to the end. */
    static final class Node {

        final long[] ways;
        final Node[] next;
        private boolean last = true;

        private Node(int arms) {
            this.ways = new long[arms];
            this.next = new Node[arms];
        }

        boolean last() {
            return last;
        }

        private long count(boolean balanced) {
            long sum = last && balanced ? 1 : 0;
            for (long way : ways) {
                sum += way;
            }
            return sum;
        }
    }

    /** The greatest length up to {@code length} of which the sequences can be counted; 0 where there is none. */
    int longest(int length) {
        Map<LongBuffer, Long> layer = Map.of(LongBuffer.allocate(arms()), 1L);
        LongBinaryOperator most = (a, b) -> Math.min(MOST + 1, a + b);
        int longest = 0;
        int states = 0;
        for (int step = 1; step <= length; step++) {
            Map<LongBuffer, Long> after = new HashMap<>();
            layer.forEach((counts, ways) -> {
                for (int arm = 0; arm < arms(); arm++) {
                    LongBuffer next = more(counts, arm);
                    if (within(next)) {
                        after.merge(next, ways, (a, b) -> most.applyAsLong(a, b));
                    }
                }
            });
            layer = after;
            states += layer.size();
            long ending = free
                    ? layer.values().stream().mapToLong(Long::longValue).reduce(0, most)
                    : layer.getOrDefault(balanced(step), 0L);
            if (ending > MOST || states > MOST_STATES) {
                return longest;
            }
            longest = ending > 0 ? step : longest;
        }
        return longest;
    }

    /** The beginning of every sequence of a length that can be counted. */
    Node root(int length) {
        Map<LongBuffer, Node> layer = new LinkedHashMap<>();
        Node root = new Node(arms());
        layer.put(LongBuffer.allocate(arms()), root);
        grow(layer, length, 0);
        return root;
    }

    private void grow(Map<LongBuffer, Node> layer, int length, int step) {
        if (step == length) {
            return;
        }
        Map<LongBuffer, Node> after = new LinkedHashMap<>();
        layer.forEach((counts, node) -> {
            node.last = false;
            for (int arm = 0; arm < arms(); arm++) {
                LongBuffer next = more(counts, arm);
                if (within(next)) {
                    node.next[arm] = after.computeIfAbsent(next, first -> new Node(arms()));
                }
            }
        });
        grow(after, length, step + 1);
        layer.forEach((counts, node) -> {
            for (int arm = 0; arm < arms(); arm++) {
                if (within(more(counts, arm))) {
                    boolean ends = free || more(counts, arm).equals(balanced(length));
                    node.ways[arm] = node.next[arm].count(ends);
                }
            }
        });
    }

    private int arms() {
        return design.arms().size();
    }

    private static LongBuffer more(LongBuffer counts, int arm) {
        long[] next = counts.array().clone();
        next[arm]++;
        return LongBuffer.wrap(next);
    }

    /** The counts of a balanced sequence of this length; no counts where it cannot be balanced. */
    private LongBuffer balanced(int length) {
        if (length % design.total() != 0) {
            return LongBuffer.allocate(0);
        }
        long[] counts = design.shares();
        for (int arm = 0; arm < counts.length; arm++) {
            counts[arm] *= length / design.total();
        }
        return LongBuffer.wrap(counts);
    }

    private boolean within(LongBuffer counts) {
        long[] shares = design.shares();
        long multiple = design.multiple();
        long most = 0;
        long least = Long.MAX_VALUE;
        for (int arm = 0; arm < shares.length; arm++) {
            long adjusted = counts.get(arm) * (multiple / shares[arm]);
            most = Math.max(most, adjusted);
            least = Math.min(least, adjusted);
        }
        return most - least <= limit * multiple;
    }
}
