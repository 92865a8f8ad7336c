package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.allocation.AllocationScheme.Factor;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Test;

/** The worked vectors of the decision page, which somebody else's verifier is checked with, are what the code gives. */
class DecisionPageTest {

    private static final Path PAGE = Path.of("src/docs/decisions/0004-every-allocation-can-be-computed-again.md");
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void permutedBlocks() throws IOException {
        AllocationScheme scheme = scheme(
                "example-blocks",
                "1.0",
                List.of("ACT", "PLA"),
                List.of(2, 1),
                List.of(new Factor("site", List.of("S1", "S2")), new Factor("sex", List.of("f", "m"))),
                "method: permuted-blocks\nblock-sizes: [3, 6]");
        Map<String, String> levels = Map.of("site", "S1", "sex", "f");
        assertThat(Files.readString(PAGE))
                .contains(vector(scheme, "example-blocks", "1.0", Schemes.seed(0), List.of(levels, levels, levels)));
    }

    @Test
    void minimisation() throws IOException {
        AllocationScheme scheme = scheme(
                "example-minimisation",
                "1.0",
                List.of("PROB", "LFD", "MED"),
                List.of(1, 1, 1),
                List.of(new Factor("aura", List.of("no", "yes")), new Factor("site", List.of("S1", "S2"))),
                "method: minimisation\nmeasure: range\nprobability: 4/5\nsimple-first: 1\noverall-total: true\n"
                        + "factor-weights: {aura: 2}");
        List<Map<String, String>> levels = List.of(
                Map.of("aura", "yes", "site", "S1"),
                Map.of("aura", "no", "site", "S1"),
                Map.of("aura", "yes", "site", "S2"));
        assertThat(Files.readString(PAGE))
                .contains(vector(scheme, "example-minimisation", "1.0", Schemes.seed(32), levels));
    }

    @Test
    void theCommitmentOfAThird() throws IOException {
        AllocationScheme scheme = scheme(
                "voorbeeld-\u00e9\u00e9n",
                "2.1",
                List.of("A", "B"),
                List.of(1, 1),
                List.of(
                        new Factor("mmd", List.of("<8", "8\u201315", "\u226515")),
                        new Factor("quote \"q\"", List.of("back\\slash"))),
                "method: complete-randomisation");
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 0xa5);
        assertThat(Files.readString(PAGE))
                .contains(vector(scheme, "voorbeeld-\u00e9\u00e9n", "2.1", new Seed(seed), List.of()));
    }

    @Test
    void blockUrnOverFakeArms() throws IOException {
        AllocationScheme scheme = scheme(
                "example-urn",
                "1.0",
                List.of("MED", "LFD", "PROB"),
                List.of(2, 1, 1),
                List.of(new Factor("site", List.of("S1", "S2"))),
                "method: block-urn\nlambda: 2\nunequal-ratio: fake-arms");
        Map<String, String> levels = Map.of("site", "S2");
        assertThat(Files.readString(PAGE))
                .contains(vector(scheme, "example-urn", "1.0", Schemes.seed(64), Collections.nCopies(4, levels)));
    }

    @Test
    void maximalProcedure() throws IOException {
        AllocationScheme scheme = scheme(
                "example-maximal",
                "1.0",
                List.of("A", "B", "C"),
                List.of(1, 1, 1),
                List.of(),
                "method: maximal-procedure\nlimit: 2\nlength: 6");
        assertThat(Files.readString(PAGE))
                .contains(vector(scheme, "example-maximal", "1.0", Schemes.seed(96), Collections.nCopies(7, Map.of())));
    }

    private static AllocationScheme scheme(
            String study, String version, List<String> arms, List<Integer> ratio, List<Factor> factors, String yaml) {
        List<ProtocolFault> faults = new ArrayList<>();
        List<ArmCode> codes = arms.stream().map(ArmCode::new).toList();
        AllocationScheme scheme =
                AllocationScheme.read(study, version, codes, ratio, factors, Schemes.settings(yaml, faults::add));
        assertThat(faults).isEmpty();
        return scheme;
    }

    /** The block of the page for one stream of a scheme, line by line. */
    private static String vector(
            AllocationScheme scheme, String study, String version, Seed seed, List<Map<String, String>> participants) {
        Binding binding = new Binding(study, version, scheme.canonical());
        List<String> lines = new ArrayList<>();
        lines.add(line("scheme", scheme.canonical()));
        lines.add(line("seed", HEX.formatHex(seed.bytes())));
        lines.add(line("scheme-hash", HEX.formatHex(binding.schemeHash())));
        lines.add(line("commitment", scheme.commitment(seed)));
        if (!participants.isEmpty()) {
            String stream = scheme.stream(participants.get(0));
            byte[] salt = join("TRIAL-RAND-v1".getBytes(StandardCharsets.US_ASCII), binding.schemeHash());
            lines.add(line("pseudorandom-key", HEX.formatHex(Hkdf.extract(salt, seed.bytes()))));
            lines.add(line("stream", stream));
            lines.add(line("info", HEX.formatHex(LengthPrefixed.of(study, version, stream))));
            lines.add(line("stream-key", HEX.formatHex(binding.streamKey(seed, stream))));
            allocations(scheme, seed, binding.streamKey(seed, stream), participants, lines);
        }
        return "```\n" + String.join("\n", lines) + "\n```\n";
    }

    private static void allocations(
            AllocationScheme scheme,
            Seed seed,
            byte[] streamKey,
            List<Map<String, String>> participants,
            List<String> lines) {
        List<Allocation> history = new ArrayList<>();
        for (Map<String, String> levels : participants) {
            Allocation next = scheme.next(seed, history, levels);
            byte[] nonce = ByteBuffer.allocate(16).putLong(next.sequence()).array();
            lines.add("");
            lines.add(line("number", String.valueOf(next.sequence())));
            lines.add(line("levels", CanonicalJson.of(new TreeMap<>(levels))));
            lines.add(line("nonce", HEX.formatHex(nonce)));
            if (scheme.canonical().contains("block-sizes") && history.isEmpty()) {
                long drawn = new Draws(streamKey, next.sequence()).below("block-size", 2);
                lines.add(line("block-size", word(streamKey, nonce, "block-size") + " -> " + drawn));
            }
            lines.add(
                    line("weights", next.weights().stream().map(String::valueOf).collect(Collectors.joining(","))));
            lines.add(line("arm", word(streamKey, nonce, "arm") + " -> " + next.pick()));
            lines.add(line("allocated", next.arm().value()));
            long weight = next.weights().get(scheme.arms().indexOf(next.arm()));
            if (scheme.canonical().contains("fake-arms")
                    && scheme.ratio().getOrDefault(next.arm().value(), 1) > 1) {
                long drawn = new Draws(streamKey, next.sequence()).below("fake-arm", weight);
                lines.add(line("fake-arm", word(streamKey, nonce, "fake-arm") + " -> " + drawn));
            }
            history.add(next);
        }
    }

    private static String word(byte[] streamKey, byte[] nonce, String label) {
        HmacDrbg generator = new HmacDrbg(streamKey, nonce, label.getBytes(StandardCharsets.US_ASCII));
        return HEX.toHexDigits(generator.word());
    }

    private static String line(String name, String value) {
        return String.format("%-18s%s", name, value);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
