package org.commensal.web.export;

import java.util.List;
import java.util.Map;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.export.PreviewRelease.Preview;
import org.commensal.export.disclosure.DisclosureReport;
import org.commensal.kernel.Text;

/**
 * What a release would hold and its risk of disclosure, as a program gets it.
 *
 * @param label what the release would be: {@code pseudonymised}
 * @param generalised what would be done to each quasi-identifier
 * @param suppressed subjects of whom the quasi-identifiers would tell nothing
 */
public record ShownPreview(
        List<Size> tables,
        String label,
        List<String> quasiIdentifiers,
        Map<String, Text> generalised,
        int suppressed,
        Risk before,
        Risk after) {

    public record Size(String name, long rows, int columns) {}

    /** @param highest chance that a row is matched with the right person, by somebody who knows that person is in it */
    public record Risk(int subjects, int smallestClass, double highest, double average, double shareAboveThreshold) {

        static Risk of(DisclosureRisk risk) {
            return new Risk(risk.rows(), risk.smallest(), risk.highest(), risk.average(), risk.atRisk());
        }
    }

    static ShownPreview of(Preview preview) {
        DisclosureReport risk = preview.risk();
        return new ShownPreview(
                preview.tables().stream()
                        .map(table -> new Size(table.name(), table.rows(), table.columns()))
                        .toList(),
                risk.label(),
                risk.quasiIdentifiers(),
                risk.done(),
                risk.suppressed(),
                Risk.of(risk.before()),
                Risk.of(risk.risk()));
    }
}
