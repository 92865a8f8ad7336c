package org.commensal.allocation;

import java.nio.LongBuffer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.kernel.Settings;

/**
 * Stratified permuted blocks, of one size or of sizes at random: each block holds every arm exactly by the ratio, in an
 * order that is uniform over all orders.
 *
 * <p>The weights are the slots of each arm that are left in the block (Matts and Lachin, Properties of permuted-block
 * randomization in clinical trials, Controlled Clinical Trials 1988;9:327), so each participant goes to each arm with
 * exactly its share of the ratio before the block is seen. At the start of a block its size is drawn, each size of the
 * list by its weight, under the label {@value #SIZE} of the block's first participant.
 *
 * @param sizes each a multiple of the sum of the ratio
 * @param sizeWeights how likely each size is; all 1 where they are equally likely
 */
record PermutedBlocks(Design design, List<Integer> sizes, List<Integer> sizeWeights) implements AllocationMethod {

    static final String SIZE = "block-size";
    private static final String KEY = "block-sizes";
    private static final String WEIGHTS = "block-size-weights";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    static PermutedBlocks read(Design design, Settings settings) {
        Set<Integer> sizes = new LinkedHashSet<>();
        int total = design.total();
        String fix =
                "Write different multiples of " + total + " below 1000, such as [" + total + ", " + 2 * total + "].";
        List<String> listed = settings.strings(KEY);
        for (String written : listed) {
            boolean number = NUMBER.matcher(written).matches();
            if (!number || Integer.parseInt(written) % total != 0) {
                settings.fault(KEY, "Block size \"" + written + "\" does not suit the ratio.", fix);
            } else if (!sizes.add(Integer.valueOf(written))) {
                settings.fault(KEY, "Block size " + written + " is written twice.", fix);
            }
        }
        if (listed.isEmpty()) {
            settings.fault(KEY, "\"" + KEY + "\" lists no block size.", fix);
        }
        return new PermutedBlocks(design, List.copyOf(sizes), weights(listed.size(), settings));
    }

    private static List<Integer> weights(int sizes, Settings settings) {
        List<String> written = settings.strings(WEIGHTS);
        boolean numbers =
                written.stream().allMatch(weight -> NUMBER.matcher(weight).matches());
        if (sizes > 0 && settings.has(WEIGHTS) && (!numbers || written.size() != sizes)) {
            settings.fault(
                    WEIGHTS,
                    "\"" + WEIGHTS + "\" does not give each block size a weight.",
                    "Write as many whole numbers from 1 to 999 as there are block sizes.");
        } else if (numbers && !written.isEmpty()) {
            return written.stream().map(Integer::valueOf).toList();
        }
        return Collections.nCopies(sizes, 1);
    }

    @Override
    public Course begin() {
        return new Block(design.shares(), new long[design.shares().length], 0);
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        boolean alike = sizeWeights.stream().allMatch(weight -> weight == 1);
        return alike ? Map.of(KEY, sizes) : Map.of(KEY, sizes, WEIGHTS, sizeWeights);
    }

    /** The block that is being filled. */
    private final class Block implements Course {

        private final long[] shares;
        private final long[] likely =
                sizeWeights.stream().mapToLong(Integer::longValue).toArray();
        private final long[] left;
        private int slots;

        /** @param slots how many are left of all arms together */
        Block(long[] shares, long[] left, int slots) {
            this.shares = shares;
            this.left = left;
            this.slots = slots;
        }

        @Override
        public long[] weights(int[] levels, Draw draw) {
            if (slots == 0) {
                slots = sizes.get(draw.place(SIZE, likely, 0, likely.length));
                int sets = slots / design.total();
                for (int arm = 0; arm < left.length; arm++) {
                    left[arm] = shares[arm] * sets;
                }
            }
            return left;
        }

        @Override
        public void allocated(int[] levels, int arm) {
            left[arm]--;
            slots--;
        }

        @Override
        public Course copy() {
            return new Block(shares, left.clone(), slots);
        }

        @Override
        public Object state() {
            return LongBuffer.wrap(left.clone());
        }
    }
}
