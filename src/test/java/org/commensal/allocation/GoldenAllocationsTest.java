package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ledgers that must never change: an allocation that has been made is computed again for as long as anybody asks.
 *
 * <p>{@code -Dgolden.update=true} writes them anew; a difference then means a new algorithm name, not a new file.
 */
class GoldenAllocationsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/allocation");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "complete-randomisation, 2:1:1, 'method: complete-randomisation'",
        "permuted-blocks, 1:1:1, 'method: permuted-blocks|block-sizes: [3, 6]'",
        "permuted-blocks-unequal, 2:1, 'method: permuted-blocks|block-sizes: [6]'",
        "minimisation, 1:1:1, "
                + "'method: minimisation|measure: range|probability: 4/5|overall-total: true|simple-first: 9'",
        "minimisation-unequal, 3:2:1, "
                + "'method: minimisation|measure: variance|probability: 17/20|factor-weights: {site: 2}'",
        "minimisation-totals, 1:1, 'method: minimisation|measure: marginal-totals|probability: 1/1'",
        "permuted-blocks-weighted, 2:1, 'method: permuted-blocks|block-sizes: [3, 6]|block-size-weights: [3, 1]'",
        "block-urn, 1:1:1, 'method: block-urn|lambda: 3'",
        "block-urn-native, 2:1:1, 'method: block-urn|lambda: 2'",
        "block-urn-fake-arms, 2:1:1, 'method: block-urn|lambda: 2|unequal-ratio: fake-arms'",
        "big-stick, 1:1:1, 'method: big-stick|limit: 2'",
        "chen, 1:1, 'method: chen|probability: 2/3|limit: 3'",
        "efron, 1:1, 'method: efron|probability: 2/3'",
        "adjustable-coin, 1:1, 'method: adjustable-coin|exponent: 2'",
        "wei-urn, 1:1:1, 'method: wei-urn|alpha: 0|beta: 1'",
        "maximal-procedure, 1:1, 'method: maximal-procedure|limit: 3|length: 12'",
        "maximal-procedure-free, 2:1:1, 'method: maximal-procedure|limit: 2|length: 10|end: free'",
        "minimisation-ranked, 2:1:1, "
                + "'method: minimisation|measure: range|probability: 4/5|ties: rank|unequal-ratio: fake-arms'",
        "list, 1:1:1, 'method: list|file: list.csv'"
    })
    void theLedgerOfThisSchemeIsTheOneOnFile(String name, String ratio, String yaml) throws IOException {
        List<Integer> shares =
                Arrays.stream(ratio.split(":", -1)).map(Integer::valueOf).toList();
        AllocationScheme scheme = Schemes.scheme(shares, yaml.replace('|', '\n'));
        List<String> lines = new ArrayList<>();
        lines.add("# scheme " + scheme.canonical());
        lines.add("# seed " + HexFormat.of().formatHex(Schemes.SEED.bytes()));
        lines.add("# commitment " + scheme.commitment(Schemes.SEED));
        lines.add("stream,number,aura,site,weights,pick,draws,arm");
        Schemes.ledger(scheme, Schemes.SEED, 120).forEach(allocation -> lines.add(line(allocation)));
        Path file = FOLDER.resolve(name + ".csv");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.write(file, lines);
        }
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    private static String line(Allocation allocation) {
        String weights = allocation.weights().stream().map(String::valueOf).collect(Collectors.joining(":"));
        return String.join(
                ",",
                allocation.stream(),
                String.valueOf(allocation.sequence()),
                allocation.levels().getOrDefault("aura", ""),
                allocation.levels().getOrDefault("site", ""),
                weights,
                String.valueOf(allocation.pick()),
                String.valueOf(allocation.draws()),
                allocation.arm().value());
    }
}
