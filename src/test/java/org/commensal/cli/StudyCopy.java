package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commensal.protocol.StudyFolder;

/** A copy of the shipped study, with its instruments, to plant changes in. */
record StudyCopy(Path folder) {

    static StudyCopy in(Path folder) {
        return of(Path.of(Ran.FLAGSHIP), folder);
    }

    static StudyCopy of(Path study, Path folder) {
        StudyCopy copy = new StudyCopy(folder);
        StudyFolder.of(study).files().forEach((name, content) -> copy.write(name, content));
        return copy;
    }

    void write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces the first place where this stands, and gives its line. */
    int replace(String name, String before, String after) {
        String text = text(name);
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        put(name, text.substring(0, at) + after + text.substring(at + before.length()));
        return 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    void put(String name, String content) {
        write(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
