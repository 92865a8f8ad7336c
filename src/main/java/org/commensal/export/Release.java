package org.commensal.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commensal.export.format.Formats;

/**
 * A dataset as it was released.
 *
 * @param version of the protocol
 * @param checkpoint up to which the facts are in it
 */
public record Release(
        UUID id, String study, String version, String name, long checkpoint, Instant made, List<FileEntry> files) {

    /** In which formats its tables are, by the extensions of their files. */
    List<String> formats() {
        return Formats.extensions().stream()
                .filter(extension -> files.stream().anyMatch(file -> file.name().endsWith("." + extension)))
                .toList();
    }

    /** @param rows of a table, its header not counted; 0 for another file */
    public record FileEntry(String name, long rows, long bytes, String sha256) {}
}
