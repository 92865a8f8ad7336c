package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tutorial of {@code study-protocols/README.md}, done as it is printed: from no folder to a randomised participant. */
class TutorialIT {

    private static final Path TUTORIAL = Path.of("study-protocols", "README.md");
    private static final Pattern FILE = Pattern.compile("```yaml (my-study/\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    private final String tutorial = Files.readString(TUTORIAL);

    TutorialIT() throws IOException {}

    @Test
    void endsWithTheFirstRandomisedParticipant() throws Exception {
        assumeTrue(WalkthroughIT.has("curl") && WalkthroughIT.has("zip"), "the tutorial needs bash, curl and zip");
        Path folder = Settings.folder("tutorial");
        write(folder);
        String here = Demo.server().base().toString();
        String said = run(folder, commands().replace("http://localhost:8080", here));
        assertThat(said).containsPattern("\"code\":\"DEL-0001-.\",\"day\":\"\\d{4}-\\d\\d-\\d\\d\"");
    }

    private void write(Path folder) throws IOException {
        Matcher file = FILE.matcher(tutorial);
        while (file.find()) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
    }

    private String commands() {
        Matcher commands = COMMANDS.matcher(tutorial);
        assertThat(commands.find()).isTrue();
        return commands.group(1);
    }

    private static String run(Path folder, String commands) throws IOException, InterruptedException {
        Path said = folder.resolve("said.log");
        Process script = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = script.waitFor(2, TimeUnit.MINUTES);
        script.destroyForcibly();
        assertThat(ended).as(Files.readString(said)).isTrue();
        assertThat(script.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}
