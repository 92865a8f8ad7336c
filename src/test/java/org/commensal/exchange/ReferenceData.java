package org.commensal.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files made by others, which are not part of the project. */
final class ReferenceData {

    private ReferenceData() {}

    static Path path(String name) {
        String folder = System.getenv().getOrDefault("REFERENCE_DATA", "");
        Path file = Path.of(folder, "data", name);
        assumeTrue(!folder.isEmpty() && Files.exists(file), "REFERENCE_DATA names no folder with data/" + name);
        return file;
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
