package org.commensal.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The study folders of this repository: those that are shipped, and those for tests. */
final class ShippedFolders {

    private static final List<Path> ROOTS = List.of(Path.of("study-protocols"), Path.of("src/test/resources/studies"));

    private ShippedFolders() {}

    static List<StudyFolder> all() {
        return paths().stream().map(StudyFolder::of).toList();
    }

    static List<Path> paths() {
        return ROOTS.stream().flatMap(ShippedFolders::below).toList();
    }

    private static Stream<Path> below(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("study.yaml"))).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
