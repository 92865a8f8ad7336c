package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Schemes as the tests of this room write them: the lines of {@code allocation.yaml}, two factors, arms A, B, C … */
final class Schemes {

    static final Seed SEED = seed(0);
    static final List<Factor> FACTORS =
            List.of(new Factor("aura", List.of("no", "yes")), new Factor("site", List.of("S1", "S2", "S3")));

    private static final byte[] LIST = list();
    static final Draw NO_DRAW = (label, bound) -> {
        throw new AssertionError("nothing is drawn under " + label);
    };

    private Schemes() {}

    /** The seed whose bytes count up from {@code first}. */
    static Seed seed(int first) {
        byte[] bytes = new byte[32];
        IntStream.range(0, 32).forEach(i -> bytes[i] = (byte) (first + i));
        return new Seed(bytes);
    }

    static List<ArmCode> arms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ArmCode(String.valueOf((char) ('A' + i))))
                .toList();
    }

    static Design design(Integer... ratio) {
        return new Design(arms(ratio.length), Arrays.asList(ratio), FACTORS);
    }

    static AllocationScheme scheme(List<Integer> ratio, String yaml) {
        List<ProtocolFault> faults = new ArrayList<>();
        AllocationScheme scheme = read(arms(ratio.size()), ratio, FACTORS, yaml, faults::add);
        assertThat(faults).isEmpty();
        return scheme;
    }

    static List<ProtocolFault> faults(List<Integer> ratio, String yaml) {
        List<ProtocolFault> faults = new ArrayList<>();
        read(arms(ratio.size()), ratio, FACTORS, yaml, faults::add);
        return faults;
    }

    static AllocationScheme read(
            List<ArmCode> arms,
            List<Integer> ratio,
            List<Factor> factors,
            String yaml,
            Consumer<ProtocolFault> faults) {
        return AllocationScheme.read(
                "a-study",
                "1.0",
                arms,
                ratio,
                factors,
                path -> path.equals("list.csv") ? Optional.of(LIST) : Optional.empty(),
                settings(yaml, faults));
    }

    /** A randomisation list for three arms, of 300 rows for each stratum of {@link #FACTORS}. */
    private static byte[] list() {
        StringBuilder list = new StringBuilder(ListFile.HEADER).append('\n');
        for (String stratum : design(1, 1, 1).strata()) {
            for (int row = 1; row <= 300; row++) {
                list.append(stratum).append(',').append(row).append(',');
                list.append("CABBCABACACB".charAt((row + stratum.length()) % 12))
                        .append('\n');
            }
        }
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Settings settings(String yaml, Consumer<ProtocolFault> faults) {
        LoadSettings marks = LoadSettings.builder().setUseMarks(true).build();
        Node root = new Compose(marks).composeString(yaml).orElseThrow();
        return new Settings(node(root), faults);
    }

    private static Settings.Node node(Node node) {
        int line = node.getStartMark().orElseThrow().getLine() + 1;
        Object value;
        if (node instanceof MappingNode mapping) {
            Map<String, Settings.Node> entries = new LinkedHashMap<>();
            mapping.getValue()
                    .forEach(entry ->
                            entries.put(((ScalarNode) entry.getKeyNode()).getValue(), node(entry.getValueNode())));
            value = entries;
        } else if (node instanceof SequenceNode sequence) {
            value = sequence.getValue().stream().map(Schemes::node).toList();
        } else {
            value = ((ScalarNode) node).getValue();
        }
        return new Settings.Node("allocation.yaml", line, value);
    }

    /** The first {@code participants} of a trial, their levels at random from a fixed start, in order of arrival. */
    static List<Allocation> ledger(AllocationScheme scheme, Seed seed, int participants) {
        SplittableRandom random = new SplittableRandom(20261123);
        Map<String, List<Allocation>> streams = new HashMap<>();
        List<Allocation> ledger = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            Map<String, String> levels = new HashMap<>();
            scheme.factors()
                    .forEach(factor -> levels.put(
                            factor.name(),
                            factor.levels().get(random.nextInt(factor.levels().size()))));
            List<Allocation> history = streams.computeIfAbsent(scheme.stream(levels), stream -> new ArrayList<>());
            history.add(scheme.next(seed, history, levels));
            ledger.add(history.get(history.size() - 1));
        }
        return ledger;
    }

    static Allocation allocation(int sequence, Map<String, String> levels, List<Long> weights, ArmCode arm) {
        return new Allocation("all", sequence, levels, weights, 0, 1, arm);
    }
}
