package org.commensal.imports;

import java.util.List;
import org.commensal.imports.JudgedRow.Kind;

/**
 * What a file of results would do, before it does anything.
 *
 * @param sha256 of the file, in lower-case hex
 * @param tried the word that confirms exactly this: this file, and this of each of its rows
 * @param rows with results
 * @param unchanged rows that are on file already, and the same
 * @param faults what is wrong; with any, nothing can be imported
 * @param doubts what is unusual, and is taken where somebody confirms it
 * @param corrections rows that would correct what is on file
 */
public record DryRun(
        String code,
        String sha256,
        String tried,
        int rows,
        int added,
        int corrected,
        int unchanged,
        List<Finding> faults,
        List<Finding> doubts,
        List<Correction> corrections) {

    /** @param columns that say something else than what is on file */
    public record Correction(int row, String participant, List<String> columns) {}

    static DryRun of(String code, byte[] file, List<JudgedRow> rows, Judge judge) {
        Tried tried = Tried.of(file, rows);
        return new DryRun(
                code,
                tried.sha256(),
                tried.written(),
                rows.size(),
                count(rows, Kind.ADD),
                count(rows, Kind.CORRECT),
                count(rows, Kind.SAME),
                List.copyOf(judge.faults()),
                List.copyOf(judge.doubts()),
                rows.stream()
                        .filter(row -> row.kind() == Kind.CORRECT)
                        .map(row -> new Correction(row.number(), row.participant(), row.changed()))
                        .toList());
    }

    private static int count(List<JudgedRow> rows, Kind kind) {
        return (int) rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** How many rows have a fault. */
    public int faulty() {
        return (int) faults.stream().mapToInt(Finding::row).distinct().count();
    }

    /** Whether there is anything to import, and nothing in the way. */
    public boolean importable() {
        return faults.isEmpty() && added + corrected > 0;
    }
}
