package org.commensal.protocol;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A study that names every instrument of the library, and more where a test brings them. */
final class Library {

    private static final Path FOLDER = Path.of("study-protocols", "instruments");
    private static final Path BASE = Path.of("src", "test", "resources", "studies", "two-sites");
    private static final String ENDING = ".yaml";

    private final Map<String, byte[]> instruments = new TreeMap<>();
    private final Map<String, byte[]> texts = new TreeMap<>();

    static Library whole() {
        return new Library().with(FOLDER);
    }

    static Library empty() {
        return new Library();
    }

    /** And every instrument of this folder. */
    Library with(Path folder) {
        StudyFolder.of(folder).files().forEach((path, bytes) -> {
            if (path.endsWith(ENDING)) {
                instruments.put(path, bytes);
            }
        });
        return this;
    }

    Library instrument(String id, String content) {
        instruments.put(id + ENDING, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Library texts(String id, String content) {
        texts.put("texts/" + id + ENDING, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> ids() {
        return instruments.keySet().stream()
                .map(path -> path.substring(0, path.length() - ENDING.length()))
                .toList();
    }

    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>(StudyFolder.of(BASE).files());
        instruments.forEach((path, bytes) -> files.put("instruments/" + path, bytes));
        files.putAll(texts);
        String forms =
                ids().stream().map(id -> "{form: " + id + ", by: participant}").collect(Collectors.joining(", "));
        String study = new String(files.get(StudyReader.STUDY), StandardCharsets.UTF_8);
        String whole = "instruments: [" + String.join(", ", ids()) + "]\n"
                + study.replace(
                        "\neligibility:",
                        "    - {code: ALL, name: {en: \"All\", nl: \"Alle\"}, anchor: randomisation, day: 1, from: 0,"
                                + " to: 30, forms: [" + forms + "]}\n\neligibility:");
        files.put(StudyReader.STUDY, whole.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    Study study() {
        return StudyReader.read(files());
    }
}
