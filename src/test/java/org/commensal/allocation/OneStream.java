package org.commensal.allocation;

import java.util.Arrays;
import java.util.List;

/** A scheme without factors, as the tests of figures write it. */
public final class OneStream {

    private OneStream() {}

    /** @param settings of the method as lines, with {@code ;} between them */
    public static AllocationScheme scheme(String method, String settings, String ratio) {
        List<Integer> shares =
                Arrays.stream(ratio.split(":", -1)).map(Integer::valueOf).toList();
        String yaml = "method: " + method + "\n" + settings.replace(';', '\n');
        return Schemes.read(Schemes.arms(shares.size()), shares, List.of(), yaml, fault -> {
            throw new AssertionError(fault);
        });
    }

    /** Minimisation over two factors, of two and of three levels. */
    public static AllocationScheme balancing(String settings, String ratio) {
        List<Integer> shares =
                Arrays.stream(ratio.split(":", -1)).map(Integer::valueOf).toList();
        return Schemes.scheme(shares, "method: minimisation\n" + settings.replace(';', '\n'));
    }

    /** A list for three arms, over the same factors. */
    public static AllocationScheme list() {
        return Schemes.scheme(List.of(1, 1, 1), "method: list\nfile: list.csv");
    }
}
