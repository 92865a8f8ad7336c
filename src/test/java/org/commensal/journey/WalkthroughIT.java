package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The worked example of the API runs from its first to its last line, on either database. */
class WalkthroughIT {

    private static final Path SCRIPT = Path.of("deploy", "walkthrough.sh");

    @Test
    void runsOnTheEmbeddedDatabase() throws Exception {
        walksThrough("walkthrough-h2", Map.of());
    }

    @Test
    void runsOnPostgreSql() throws Exception {
        walksThrough(
                "walkthrough-postgresql", PostgreSql.database("walkthrough").settings());
    }

    private static void walksThrough(String name, Map<String, String> database) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT) && has("curl") && has("zip"), "the walkthrough needs bash, curl and zip");
        Path folder = Settings.folder(name);
        try (RunningServer server = RunningServer.start(folder, Settings.both(Settings.demo(), database))) {
            Path said = folder.resolve("walkthrough.log");
            Process script = new ProcessBuilder(SCRIPT.toString(), server.base().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = script.waitFor(3, TimeUnit.MINUTES);
            script.destroyForcibly();
            assertThat(ended).as("ended: " + Files.readString(said)).isTrue();
            assertThat(script.exitValue()).as(Files.readString(said)).isZero();
            assertThat(server.log()).doesNotContain("Fault ");
        }
    }

    static boolean has(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
