package org.commensal.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A dataset as it was released.
 *
 * @param version of the protocol
 * @param checkpoint up to which the facts are in it
 */
public record Release(
        UUID id, String study, String version, String name, long checkpoint, Instant made, List<FileEntry> files) {

    /** @param rows of a table, its header not counted; 0 for another file */
    public record FileEntry(String name, long rows, long bytes, String sha256) {}
}
