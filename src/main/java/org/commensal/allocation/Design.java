package org.commensal.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * What every allocation method knows of the trial: its arms, their allocation ratio, and its factors with their levels.
 */
record Design(List<ArmCode> arms, List<Integer> ratio, List<Factor> factors) {

    /** The name of the stream of a scheme that has one. */
    static final String WHOLE = "all";

    private static final int LARGEST_SHARE = 20;
    private static final Pattern CODE = Pattern.compile("[^=;\\p{Cntrl}\\p{Cs}]+");
    private static final Text MISSING = new Text(
            "The level of \"%s\" is not known yet. Complete what it is computed from, then allocate.",
            "De waarde van \"%s\" is nog niet bekend. Vul eerst in waaruit die wordt berekend, deel daarna in.");
    private static final Text UNKNOWN_LEVEL = new Text(
            "\"%s\" is not a level of \"%s\". Use one of: %s.",
            "\"%s\" is geen niveau van \"%s\". Gebruik een van: %s.");
    private static final Text UNKNOWN_FACTOR = new Text(
            "\"%s\" is not a factor of this allocation scheme. Leave it out.",
            "\"%s\" is geen factor van dit indelingsschema. Laat het weg.");

    Design {
        arms = List.copyOf(arms);
        ratio = List.copyOf(ratio);
        factors = List.copyOf(factors);
    }

    /** The allocation ratio as weights. */
    long[] shares() {
        return ratio.stream().mapToLong(Integer::longValue).toArray();
    }

    /** The sum of the allocation ratio. */
    int total() {
        return ratio.stream().mapToInt(Integer::intValue).sum();
    }

    /** The least common multiple of the shares. */
    long multiple() {
        return Arrays.stream(shares()).reduce(1, (a, b) -> a / Fraction.commonDivisor(a, b) * b);
    }

    /** The place of this arm in the order of the design, from 0. */
    int place(ArmCode arm) {
        int place = arms.indexOf(arm);
        if (place < 0) {
            throw new IllegalArgumentException("an allocation is to an arm that this scheme does not have");
        }
        return place;
    }

    /** The place of each level within its factor, from 0, in the order of the factors. */
    int[] places(Map<String, String> levels) {
        int[] places = new int[factors.size()];
        for (int i = 0; i < places.length; i++) {
            Factor factor = factors.get(i);
            places[i] = factor.levels().indexOf(levels.getOrDefault(factor.name(), ""));
            if (places[i] < 0) {
                throw new IllegalArgumentException("an allocation has no level of factor " + factor.name());
            }
        }
        return places;
    }

    /**
     * Every combination of levels, in their order, the last factor changing first: {@code site=S1;aura=yes}, or
     * {@value #WHOLE} where there is no factor.
     */
    List<String> strata() {
        List<String> strata = List.of("");
        for (Factor factor : factors) {
            strata = strata.stream()
                    .flatMap(before -> factor.levels().stream()
                            .map(level -> (before.isEmpty() ? "" : before + ";") + factor.name() + "=" + level))
                    .toList();
        }
        return factors.isEmpty() ? List.of(WHOLE) : strata;
    }

    /** The place among {@link #strata} of these places of levels. */
    int stratum(int[] levels) {
        int place = 0;
        for (int factor = 0; factor < levels.length; factor++) {
            place = place * factors.get(factor).levels().size() + levels[factor];
        }
        return place;
    }

    /** What keeps these levels from being allocated by: each factor must have one of its levels, and no more. */
    List<Refusal.Violation> violations(Map<String, String> levels) {
        List<Refusal.Violation> found = new ArrayList<>();
        for (Factor factor : factors) {
            String level = levels.getOrDefault(factor.name(), "");
            if (level.isEmpty()) {
                found.add(at(factor.name(), MISSING.with(factor.name())));
            } else if (!factor.levels().contains(level)) {
                String known = String.join(", ", factor.levels());
                found.add(at(factor.name(), UNKNOWN_LEVEL.with(level, factor.name(), known)));
            }
        }
        List<String> names = factors.stream().map(Factor::name).toList();
        levels.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> found.add(at(name, UNKNOWN_FACTOR.with(name))));
        return found;
    }

    private static Refusal.Violation at(String factor, Text message) {
        return new Refusal.Violation("/levels/" + factor.replace("~", "~0").replace("/", "~1"), message);
    }

    /** Reports a ratio that is not equal. */
    void needsEqualArms(String method, Settings settings) {
        if (ratio.stream().anyMatch(share -> !share.equals(ratio.get(0)))) {
            settings.fault(
                    "method",
                    method + " is defined for arms of equal share.",
                    "Add unequal-ratio: fake-arms where the method has it, choose permuted-blocks or block-urn, or make"
                            + " the ratio equal in study.yaml.");
        }
    }

    /** Reports other designs than two arms of equal share. */
    void needsTwoEqualArms(String method, Settings settings) {
        if (arms.size() != 2 || !ratio.get(0).equals(ratio.get(1))) {
            settings.fault(
                    "method",
                    method + " is defined for two arms of equal share.",
                    "Choose block-urn, big-stick, permuted-blocks or minimisation, or change the arms in study.yaml.");
        }
    }

    /** Reports what no method could work with; true where there is nothing of the kind. */
    boolean sound(Settings settings) {
        List<String> faults = new ArrayList<>();
        if (arms.size() < 2 || arms.size() != ratio.size() || repeats(arms)) {
            faults.add("A scheme needs at least two arms, each with its own code and its own share of the ratio.");
        }
        if (ratio.stream().anyMatch(share -> share < 1 || share > LARGEST_SHARE)) {
            faults.add("Each share of the allocation ratio must be from 1 to " + LARGEST_SHARE + ".");
        }
        if (repeats(factors.stream().map(Factor::name).toList())) {
            faults.add("Two factors have the same name.");
        }
        factors.forEach(factor -> codes(factor, faults));
        faults.forEach(what -> settings.fault("method", what, "Correct the arms or the factors in study.yaml."));
        return faults.isEmpty();
    }

    private static void codes(Factor factor, List<String> faults) {
        if (factor.levels().isEmpty() || repeats(factor.levels())) {
            faults.add("Factor \"" + factor.name() + "\" needs levels, each with a code of its own.");
        }
        List<String> codes = new ArrayList<>(factor.levels());
        codes.add(factor.name());
        if (!codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
            faults.add("Factor \"" + factor.name() + "\" or one of its levels is empty or contains \"=\" or \";\".");
        }
    }

    private static boolean repeats(List<?> values) {
        return new HashSet<>(values).size() < values.size();
    }
}
