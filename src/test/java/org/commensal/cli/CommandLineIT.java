package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.commensal.exchange.Exporters;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command line, as a process of its own: it has all that it needs, and nothing of the server. */
class CommandLineIT {

    private static final String LIBRARIES =
            "picocli|org/snakeyaml|com/opencsv|org/apache/commons|org/eclipse/parsson|jakarta/json";
    private static final Path JAR = Path.of("target", "commensal-cli.jar");

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, err);
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void runsByItself() throws IOException, InterruptedException {
        Ran valid = run("validate", Ran.FLAGSHIP);
        assertThat(valid.out()).startsWith("No fault: gutbrain-migraine-3arm");
        assertThat(valid).isEqualTo(new Ran(0, valid.out(), ""));

        assertThat(run("score", "gad-7", "3", "3", "1", "0", "0", "0", "-", "--lang", "nl")
                        .out())
                .contains("niet berekend", "gad7_07 (overgeslagen)");
        assertThat(run("preview", Ran.FLAGSHIP).out()).contains("U nerveus, angstig of gespannen voelen", "é");
        assertThat(run("validate", "nowhere").exitCode()).isEqualTo(66);
        for (String format : List.of("odm", "fhir")) {
            Path exported = folder.resolve("study." + Exporters.of(format).ending());
            Files.write(exported, Exporters.of(format).write(StudyReader.read(Path.of(Ran.FLAGSHIP)), "hash"));
            assertThat(run(
                                    "import",
                                    exported.toString(),
                                    "-o",
                                    folder.resolve(format).toString())
                            .out())
                    .contains("still to be completed");
        }
        assertThat(run().exitCode()).isEqualTo(2);
    }

    @Test
    void holdsNothingOfTheServer() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {

            List<String> rooms = Collections.list(jar.entries()).stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("/[^/]*$", "").replaceFirst("^(" + LIBRARIES + ")/?.*", "$1"))
                    .distinct()
                    .toList();
            assertThat(rooms)
                    .containsExactlyInAnyOrder(
                            "org/commensal/kernel",
                            "org/commensal/power",
                            "org/commensal/anonymity",
                            "org/commensal/bundle",
                            "org/commensal/allocation/simulation",
                            "org/commensal/allocation",
                            "org/commensal/instrument",
                            "org/commensal/protocol",
                            "org/commensal/exchange",
                            "org/commensal/cli",
                            "picocli",
                            "org/snakeyaml",
                            "com/opencsv",
                            "org/apache/commons",
                            "org/eclipse/parsson",
                            "jakarta/json");
        }
    }
}
