package org.commensal.web.imports;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.commensal.imports.DryRun;
import org.commensal.imports.Finding;
import org.commensal.web.Texts;

/**
 * What a file would do, and the form that confirms it.
 *
 * @param back the page of imports
 * @param name of the import
 * @param changed the rows that would do something else than was shown before
 * @param faults at most {@value #MOST}, as {@code doubts} and {@code corrections}
 * @param file the file itself, in base 64, so that the server need not keep it until it is confirmed
 */
public record DryRunSheet(
        String back,
        String action,
        String name,
        DryRun run,
        List<String> changed,
        List<Line> faults,
        List<Line> doubts,
        List<Line> corrections,
        String file) {

    static final int MOST = 500;

    /** @param column empty where it is about the row as a whole */
    public record Line(int row, String column, String what) {}

    static DryRunSheet of(String study, String name, DryRun run, List<String> changed, byte[] file, Texts texts) {
        String back = "/studies/" + study + "/imports";
        return new DryRunSheet(
                back,
                back + "/" + run.code(),
                name,
                run,
                changed,
                lines(run.faults(), texts),
                lines(run.doubts(), texts),
                run.corrections().stream()
                        .limit(MOST)
                        .map(each -> new Line(each.row(), String.join(", ", each.columns()), each.participant()))
                        .toList(),
                Base64.getEncoder().encodeToString(file));
    }

    private static List<Line> lines(List<Finding> findings, Texts texts) {
        return findings.stream()
                .limit(MOST)
                .map(each -> new Line(each.row(), each.column(), texts.in(each.what())))
                .toList();
    }

    /** How many of a list are not shown, where some are not. */
    public Optional<Integer> more(List<?> all) {
        return Optional.of(all.size() - MOST).filter(more -> more > 0);
    }
}
