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
        walksThrough(Demo.server(), "walkthrough-h2");
    }

    @Test
    void runsOnPostgreSql() throws Exception {
        Map<String, String> database = PostgreSql.database("walkthrough").settings();
        try (RunningServer server =
                RunningServer.start(Settings.folder("walkthrough-server"), Settings.both(Settings.demo(), database))) {
            walksThrough(server, "walkthrough-postgresql");
        }
    }

    private static void walksThrough(RunningServer server, String name) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT) && has("curl") && has("zip"), "the walkthrough needs bash, curl and zip");
        int before = server.log().length();
        Path said = Settings.folder(name).resolve("walkthrough.log");
        Process script = new ProcessBuilder(SCRIPT.toString(), server.base().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = script.waitFor(3, TimeUnit.MINUTES);
        script.destroyForcibly();
        assertThat(ended).as("ended: " + Files.readString(said)).isTrue();
        assertThat(script.exitValue()).as(Files.readString(said)).isZero();
        assertThat(server.log().substring(before)).doesNotContain("Fault ");
    }

    static boolean has(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
