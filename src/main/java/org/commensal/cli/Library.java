package org.commensal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.commensal.protocol.StudyFolder;
import picocli.CommandLine.Option;

/** The shared instruments: those of a folder that was named, otherwise those that come with the program. */
final class Library {

    private static final String SHIPPED = "/study-protocols/instruments/";
    private static final String FOLDER = "instruments/";
    private static final String ENDING = ".yaml";

    @Option(
            names = "--library",
            paramLabel = "FOLDER",
            description = "The folder of shared instruments; otherwise those that come with the program.")
    private Optional<Path> named = Optional.empty();

    /** The study in this folder, with the instruments that it names. */
    StudyFolder study(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw Stopped.noInput("There is no folder " + given + ". Name the folder that has study.yaml.");
        }
        if (!Files.exists(folder.resolve("study.yaml"))) {
            return StudyFolder.of(Map.of());
        }
        return reading(given, folder, StudyFolder::of).withInstruments(instruments());
    }

    /** The content of the instrument of this name. */
    byte[] instrument(String id) {
        Map<String, byte[]> instruments = instruments();
        return Optional.ofNullable(instruments.get(FOLDER + id + ENDING)).orElseThrow(() -> {
            List<String> ids = instruments.keySet().stream()
                    .map(path -> path.substring(FOLDER.length(), path.length() - ENDING.length()))
                    .toList();
            return Stopped.noInput("There is no instrument \"" + id + "\". Use one of: " + String.join(", ", ids)
                    + "; or the path of a form, ending in .yaml.");
        });
    }

    /** By path, as {@code instruments/phq-9.yaml}. */
    private Map<String, byte[]> instruments() {
        Map<String, byte[]> found = new TreeMap<>();
        named.map(Library::folder)
                .orElseGet(Library::shipped)
                .files()
                .forEach((name, content) -> found.put(FOLDER + name, content));
        found.keySet().removeIf(path -> !path.endsWith(ENDING));
        return found;
    }

    private static StudyFolder folder(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw Stopped.noInput("There is no folder " + given + ". Name a folder of instruments.");
        }
        return reading(given, folder, StudyFolder::of);
    }

    private static StudyFolder shipped() {
        try {
            URL found = Objects.requireNonNull(Library.class.getResource(SHIPPED), "no shipped instruments");
            URI place = found.toURI();
            if (place.getScheme().equals("file")) {
                return StudyFolder.of(Path.of(place));
            }
            try (FileSystem archive = FileSystems.newFileSystem(place, Map.of())) {
                return StudyFolder.of(archive.getPath(SHIPPED));
            }
        } catch (IOException | URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What reads a path of ours. */
    interface Reading<T> {
        T read(Path path) throws IOException;
    }

    /** Reads what was named on the command line, or says that it cannot be read. */
    static <T> T reading(Path given, Path path, Reading<T> reading) {
        try {
            return reading.read(path);
        } catch (IOException | UncheckedIOException unreadable) {
            throw Stopped.noInput(given + " cannot be read. Check that it exists and that you may read it.");
        }
    }
}
