package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.allocation.ArmCode;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Settings.Node;

/**
 * A method that is thought of, for a study or for none: its settings as {@code allocation.yaml} writes them.
 *
 * @param settings the method and its settings, by key: a value, or a list of values
 */
public record Proposal(Map<String, Object> settings) {

    private static final String SOURCE = "allocation.yaml";

    public Proposal {
        settings = Map.copyOf(settings);
    }

    /** The arms and factors of no study yet: arms A, B …, factors f1, f2 … with levels 1, 2 …. */
    public AllocationScheme scheme(List<Integer> ratio, List<Integer> factors, Consumer<ProtocolFault> faults) {
        List<ArmCode> arms = IntStream.range(0, ratio.size())
                .mapToObj(arm -> new ArmCode(String.valueOf((char) ('A' + arm))))
                .toList();
        List<Factor> named = IntStream.range(0, factors.size())
                .mapToObj(factor -> new Factor("f" + (factor + 1), levels(factors.get(factor))))
                .toList();
        return AllocationScheme.read("proposal", "1", arms, ratio, named, read(faults));
    }

    /** The arms, ratio and factors of a study, allocated by this method instead. */
    public AllocationScheme insteadOf(AllocationScheme scheme, Consumer<ProtocolFault> faults) {
        List<Integer> ratio = List.copyOf(scheme.ratio().values());
        return AllocationScheme.read(scheme.study(), "proposal", scheme.arms(), ratio, scheme.factors(), read(faults));
    }

    /** How many participants of each level are expected for each other, by the names that {@link #scheme} gives. */
    public static Map<String, Map<String, Integer>> expected(List<List<Integer>> numbers) {
        Map<String, Map<String, Integer>> expected = new LinkedHashMap<>();
        for (List<Integer> ofLevels : numbers) {
            List<String> levels = levels(ofLevels.size());
            expected.put(
                    "f" + (expected.size() + 1),
                    IntStream.range(0, levels.size()).boxed().collect(Collectors.toMap(levels::get, ofLevels::get)));
        }
        return expected;
    }

    private static List<String> levels(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    private Settings read(Consumer<ProtocolFault> faults) {
        Map<String, Node> entries = new LinkedHashMap<>();
        settings.forEach((key, value) -> entries.put(key, node(value)));
        return new Settings(new Node(SOURCE, 1, entries), faults);
    }

    private static Node node(Object value) {
        if (value instanceof List<?> values) {
            List<Node> nodes = new ArrayList<>();
            values.forEach(each -> nodes.add(node(each)));
            return new Node(SOURCE, 1, nodes);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Node> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put((String) key, node(each)));
            return new Node(SOURCE, 1, entries);
        }
        return new Node(SOURCE, 1, value.toString());
    }
}
