package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.AllocationScheme.Factor;

/**
 * The trial that is simulated: a scheme, how many participants, and how often each level of each factor occurs.
 *
 * @param shares of the levels of each factor, in the order of the scheme; they add up to 1, and factors are independent
 * @param site the place of the factor that is the site, or −1
 */
public record Scenario(AllocationScheme scheme, int participants, List<double[]> shares, int site) {

    public static final int MOST_PARTICIPANTS = 20_000;
    public static final int MOST_STRATA = 100_000;

    /**
     * @param expected how many of each level there are for each other, by factor and level; a factor that is not there
     *     has each level equally often
     */
    public static Scenario of(AllocationScheme scheme, int participants, Map<String, Map<String, Integer>> expected) {
        List<double[]> shares = new ArrayList<>();
        int site = -1;
        for (Factor factor : scheme.factors()) {
            Map<String, Integer> weights = expected.getOrDefault(factor.name(), Map.of());
            double[] ofLevels = factor.levels().stream()
                    .mapToDouble(level -> weights.isEmpty() ? 1 : weights.getOrDefault(level, 0))
                    .toArray();
            double sum = Arrays.stream(ofLevels).sum();
            Arrays.setAll(ofLevels, level -> ofLevels[level] / sum);
            site = factor.name().equals("site") ? shares.size() : site;
            shares.add(ofLevels);
        }
        return new Scenario(scheme, participants, List.copyOf(shares), site);
    }

    /** The same participants with another scheme for them. */
    public Scenario with(AllocationScheme other) {
        return new Scenario(other, participants, shares, site);
    }

    /** The same, with the site at another place among the factors, or −1 for none. */
    public Scenario withSite(int place) {
        return new Scenario(scheme, participants, shares, place);
    }

    /** Combinations of the levels of all factors. */
    public long strata() {
        return shares.stream().mapToLong(levels -> levels.length).reduce(1, Math::multiplyExact);
    }

    int[] ratio() {
        return scheme.ratio().values().stream().mapToInt(Integer::intValue).toArray();
    }
}
