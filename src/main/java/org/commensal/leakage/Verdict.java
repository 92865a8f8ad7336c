package org.commensal.leakage;

import java.util.List;

/**
 * What a check found. Only whether it passed may be told to anybody who is blinded.
 *
 * @param subjects who were looked at
 * @param features in how many respects that differ from each other
 */
public record Verdict(int subjects, int features, List<Finding> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.stream().noneMatch(Finding::blocks);
    }
}
