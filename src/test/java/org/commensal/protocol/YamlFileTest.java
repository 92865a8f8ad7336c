package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    private static List<String> faults(byte[] bytes) {
        List<ProtocolFault> faults = new ArrayList<>();
        boolean read = YamlFile.read("f.yaml", bytes, faults::add).isPresent();
        assertThat(read).isEqualTo(faults.isEmpty());
        return faults.stream().map(ProtocolFault::toString).toList();
    }

    private static List<String> faults(String text) {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: b\\na: c              | f.yaml:2: "a" stands here twice.
            a: b\\n  c: d            | f.yaml:2: This is not YAML
            a: "b                    | This is not YAML
            a: &x b                  | f.yaml:1: Anchors (&) and aliases (*) are not used
            a: *x                    | f.yaml:1: Anchors (&) and aliases (*) are not used
            &x [*x]                  | f.yaml:1: Anchors (&) and aliases (*) are not used
            a: !!java.net.URL b      | f.yaml:1: Tags (!) are not used
            a: !thing {b: c}         | f.yaml:1: Tags (!) are not used
            a: b\\n---\\nc: d        | f.yaml:2: A second document begins here.
            [a, b]: c                | f.yaml:1: A key must be a single word.
            {a: b                    | This is not YAML
            a:\\n\\tb: c             | f.yaml:2: This is not YAML
            """)
    void saysWhatCannotBeReadAndWhere(String written, String message) {
        assertThat(faults(written.strip().replace("\\n", "\n").replace("\\t", "\t")))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void refusesWhatIsNotText() {
        assertThat(faults(new byte[] {'a', ':', ' ', 'b', '\n', (byte) 0xC3, (byte) 0x28}))
                .singleElement()
                .asString()
                .startsWith("f.yaml:2: This is not UTF-8 text.");
        assertThat(faults("a: b\nc: \u0007")).singleElement().asString().startsWith("f.yaml:2: ");
        assertThat(faults("a: \u0000")).hasSize(1);
        assertThat(faults("")).containsExactly("f.yaml:1: The file is empty. Write its keys, or remove it.");
        assertThat(faults("# nothing\n")).hasSize(1);
    }

    @Test
    void refusesNestingAndAliasBombsAtOnce() {
        String laughs = "a0: &a0 [x, x]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining("\n"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(faults(laughs)).hasSize(1);
            assertThat(faults("[".repeat(100_000))).singleElement().asString().contains("nested more than 20 deep");
            assertThat(faults("{a: ".repeat(50_000))).hasSize(1);
            assertThat(faults("- ".repeat(50_000))).hasSize(1);
            assertThat(faults("? ".repeat(50_000))).hasSize(1);
            assertThat(faults("a".repeat(500_000))).isEmpty();
        });
    }

    @Test
    void keepsEveryValueAsItWasWrittenWithItsLine() {
        String text = "\uFEFFanswer: no\nnumber: 007\nnothing: ~\nquoted: \"null\"\nlist:\n  - one\n  - {two: 2}\n";
        Settings.Node root = YamlFile.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), fault -> {})
                .orElseThrow();

        assertThat(root.value())
                .isEqualTo(Map.of(
                        "answer", new Settings.Node("f.yaml", 1, "no"),
                        "number", new Settings.Node("f.yaml", 2, "007"),
                        "nothing", new Settings.Node("f.yaml", 3, ""),
                        "quoted", new Settings.Node("f.yaml", 4, "null"),
                        "list",
                                new Settings.Node(
                                        "f.yaml",
                                        6,
                                        List.of(
                                                new Settings.Node("f.yaml", 6, "one"),
                                                new Settings.Node(
                                                        "f.yaml",
                                                        7,
                                                        Map.of("two", new Settings.Node("f.yaml", 7, "2")))))));
    }

    @Property(seed = "20261123")
    void neverThrowsWhateverTheBytes(@ForAll byte[] bytes) {
        assertThat(faults(bytes)).hasSizeLessThanOrEqualTo(1);
    }

    @Property(seed = "20261123")
    void neverThrowsWhateverTheText(@ForAll String text) {
        assertThat(faults("key: " + text)).hasSizeLessThanOrEqualTo(1);
    }
}
