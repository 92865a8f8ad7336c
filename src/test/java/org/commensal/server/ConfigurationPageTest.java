package org.commensal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.access.SealingKey.Purpose;
import org.junit.jupiter.api.Test;

/** deploy/configuration.md holds every key that the server reads, and no other. */
class ConfigurationPageTest {

    /** What begins with {@code mail.smtp} is a name of Jakarta Mail. */
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("\"((?:app|database|mail)\\.(?!smtp\\.)[a-z][a-z.-]*[a-z])\"");

    private static final Pattern KEY_ON_PAGE = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|");

    @Test
    void describesEveryKeyAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>();
        Arrays.stream(Purpose.values()).map(Purpose::configKey).forEach(read::add);
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read.addAll(found(KEY_IN_CODE, file));
            }
        }

        assertThat(read).contains("app.mode", "database.url");
        assertThat(found(KEY_ON_PAGE, Path.of("deploy", "configuration.md"))).containsExactlyInAnyOrderElementsOf(read);
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
