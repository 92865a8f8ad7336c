package org.commensal.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.export.format.Formats;

/**
 * A dataset as it was released.
 *
 * @param version of the protocol
 * @param checkpoint up to which the facts are in it
 */
public record Release(
        UUID id, String study, String version, String name, long checkpoint, Instant made, List<FileEntry> files) {

    /** In which formats it is. */
    List<String> formats() {
        return Formats.in(files.stream().map(FileEntry::name).collect(Collectors.toSet()));
    }

    /** @param rows of a table, its header not counted; 0 for another file */
    public record FileEntry(String name, long rows, long bytes, String sha256) {}
}
