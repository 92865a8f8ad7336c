package org.commensal.export.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;

/** Studies to plant leaks in. */
final class Studies {

    private static final Path TWO_SITES = Path.of("src", "test", "resources", "studies", "two-sites");

    private Studies() {}

    static Study shipped(String id) {
        return StudyReader.read(Path.of("study-protocols", id));
    }

    /** The study of two sites, whose form {@code check} is another. */
    static Study withCheck(String form) {
        return withCheck(form, "1");
    }

    static Study withCheck(String form, String version) {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(TWO_SITES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(TWO_SITES.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        files.put(
                "study.yaml",
                study.replace("version: \"1\"", "version: \"" + version + "\"").getBytes(StandardCharsets.UTF_8));
        files.put("forms/check.yaml", form.getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(files);
    }
}
