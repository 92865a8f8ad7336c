package org.commensal.allocation;

import java.util.ArrayList;
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
 * list equally likely, under the label {@value #SIZE} of the block's first participant. What is left in a block follows
 * from the last allocation alone: its weights, less the slot that it took.
 *
 * @param sizes each a multiple of the sum of the ratio
 */
record PermutedBlocks(Design design, List<Integer> sizes) implements AllocationMethod {

    static final String SIZE = "block-size";
    private static final String KEY = "block-sizes";
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
        return new PermutedBlocks(design, List.copyOf(sizes));
    }

    @Override
    public List<Long> weights(List<Allocation> history, Map<String, String> levels, Draws draws) {
        List<Long> left = history.isEmpty() ? List.of() : left(history.get(history.size() - 1));
        return left.stream().allMatch(slots -> slots == 0) ? block(draws) : left;
    }

    private List<Long> left(Allocation last) {
        List<Long> slots = new ArrayList<>(last.weights());
        int place = design.place(last.arm());
        slots.set(place, slots.get(place) - 1);
        return slots;
    }

    private List<Long> block(Draws draws) {
        int size = sizes.get((int) draws.below(SIZE, sizes.size()).value());
        long sets = size / design.total();
        return design.shares().stream().map(share -> share * sets).toList();
    }

    @Override
    public boolean stratifies() {
        return true;
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(KEY, sizes);
    }
}
