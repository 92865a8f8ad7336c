package org.commensal.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of results that was imported.
 *
 * @param code of the import in the study
 * @param site at which whoever did it may import; {@code *} for all
 * @param sha256 of the file, in lower-case hex
 * @param by who did it
 * @param reason why answers on file were corrected; empty where none were
 */
public record ResultImported(
        UUID id,
        String code,
        String site,
        String sha256,
        int rows,
        int added,
        int corrected,
        int unchanged,
        String by,
        Instant at,
        String reason) {}
