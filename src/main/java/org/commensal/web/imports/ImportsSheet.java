package org.commensal.web.imports;

import java.util.List;
import java.util.Optional;

/**
 * The files of results that a study takes, and those that were imported.
 *
 * @param offered empty for somebody who may only look
 * @param csv where the list can be taken along, for those who may
 */
public record ImportsSheet(List<Offered> offered, List<Line> lines, Optional<String> csv) {

    /**
     * @param action where a file is sent to be tried
     * @param columns that the file must have, in one line
     * @param written how it writes days and numbers
     */
    public record Offered(String code, String name, String action, String fills, String columns, String written) {}

    public record Line(
            String at,
            String by,
            String name,
            int rows,
            int added,
            int corrected,
            int unchanged,
            String reason,
            String sha256) {}
}
