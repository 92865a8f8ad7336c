package org.commensal.web.safety;

import java.util.List;

/**
 * A report of a serious adverse event as it is printed.
 *
 * @param version which report it is
 * @param changes what it says otherwise than the one before, by name
 */
public record SafetyReportPaper(
        String language,
        String title,
        String study,
        String version,
        List<Section> sections,
        String changesHeading,
        List<String> changes,
        String signatureHeading,
        List<Line> signature) {

    public record Section(String heading, List<Line> lines) {}

    public record Line(String name, List<String> value) {}
}
