package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.bundle.ReleasedBundle;
import org.commensal.bundle.SigningKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The manual prints what the commands print. */
class ManualTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```console\n\\$ commensal-cli (.*)\n((?:.*\n)*?)```", Pattern.MULTILINE);
    private static final Pattern DICTIONARY = Pattern.compile("```csv\n((?:.*\n)*?)```");
    private static final Pattern TABLE = Pattern.compile("```csv (\\S+)\n((?:.*\n)*?)```");
    private static final Pattern TUTORIAL = Pattern.compile("```yaml my-study/(\\S+)\n((?:.*\n)*?)```");

    private final String manual = read(Path.of("deploy", "command-line.md"));

    @TempDir
    private Path folder = Path.of("");

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private StudyCopy tutorial(String name) {
        StudyCopy copy = new StudyCopy(folder.resolve(name));
        Matcher file = TUTORIAL.matcher(read(Path.of("study-protocols", "README.md")));
        while (file.find()) {
            copy.put(file.group(1), file.group(2));
        }
        return copy;
    }

    private void plant() {
        tutorial("my-study");
        StudyCopy faulty = tutorial("faulty");
        faulty.replace("forms/screening.yaml", "ask-if: walks", "ask-if: walk");
        faulty.replace("study.yaml", "target: 40", "target: forty");
        faulty.replace("study.yaml", "anchor: screening", "anchor: monday");
        StudyCopy amended = tutorial("amended");
        Map.of(
                        "version: \"1.0\"", "version: \"1.1\"",
                        "prefix: DEL", "prefix: DLF",
                        "to: 7", "to: 14",
                        "age_years >= 18", "age_years >= 16")
                .forEach((before, after) -> amended.replace("study.yaml", before, after));
        amended.replace("forms/screening.yaml", "most: 600", "most: 300");
        amended.replace("forms/screening.yaml", "For how long?", "How many minutes?");
        Matcher dictionary = DICTIONARY.matcher(manual);
        assertThat(dictionary.find()).isTrue();
        StudyCopy files = new StudyCopy(folder);
        files.put("wellbeing.csv", dictionary.group(1));
        TABLE.matcher(manual).results().forEach(table -> files.put(table.group(1), table.group(2)));
        ledgers();
        releases();
    }

    /** A release as a zip with the key of its server, and unpacked with an answer changed and a file added. */
    private void releases() {
        SigningKey key = SigningKey.of(new byte[32]);
        Map<String, String> released =
                ReleasedBundle.of(key, Map.of("participants.csv", "subject\n1\n", "phq-9.csv", "subject,q1\n1,3\n"));
        StudyCopy files = new StudyCopy(folder);
        files.put("release-key.pem", key.publicKey());
        files.write("dataset.zip", ReleasedBundle.zip(released));
        released.forEach((name, content) -> files.put("edited/" + name, content));
        files.put("edited/phq-9.csv", "subject,q1\n1,0\n");
        files.put("edited/notes.csv", "subject,note\n");
    }

    /** A ledger as a zip, and unpacked with one participant and one arm changed. */
    private void ledgers() {
        Map<String, byte[]> ledger = Revealed.ledger(folder.resolve("my-study"), 12);
        try {
            Files.write(folder.resolve("ledger.zip"), VerifyLedgerTest.zip(ledger));
            Path altered = Files.createDirectory(folder.resolve("altered"));
            for (Map.Entry<String, byte[]> file : ledger.entrySet()) {
                Files.write(altered.resolve(file.getKey()), file.getValue());
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(altered.resolve("ledger.csv")));
            lines.set(3, lines.get(3).replace("DEL-0003", "DEL-0033"));
            lines.set(8, lines.get(8).replaceFirst(",[A-Z]+,2026", ",NONE,2026"));
            Files.write(altered.resolve("ledger.csv"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsReal() {
        plant();
        List<MatchResult> examples = EXAMPLE.matcher(manual).results().toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(6);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.group(1), () -> {
                    String[] arguments = Stream.of(example.group(1).split(" "))
                            .map(word -> word.matches(
                                            "my-study(\\.html|\\.xml)?|ledger\\.zip|altered|dataset\\.zip|release-key\\.pem|edited|faulty|amended|wellbeing\\.csv|imported|people\\.csv|hierarchies")
                                    ? folder.resolve(word).toString()
                                    : word)
                            .toArray(String[]::new);
                    assertThat(Ran.command(arguments)
                                    .out()
                                    .replace(folder + "/", "")
                                    .replace(System.lineSeparator(), "\n"))
                            .isEqualTo(example.group(2));
                }));
    }

    @Test
    void listsEveryCommandAndExitCode() {
        CommandLine commands = Main.commands(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));

        assertThat(commands.getSubcommands().keySet())
                .allSatisfy(name -> assertThat(manual).contains("$ commensal-cli " + name + " "));
        assertThat(commands.getCommandSpec().usageMessage().exitCodeList().keySet())
                .allSatisfy(code -> assertThat(manual).contains("\n| " + code + " | "));
    }
}
