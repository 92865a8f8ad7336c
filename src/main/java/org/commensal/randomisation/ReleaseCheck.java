package org.commensal.randomisation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;

/**
 * One attempt to release a dataset, and what the arm-leak check found. For those who are not blinded.
 *
 * @param by the name of whoever asked for the release
 * @param repeated whether the same facts had been checked before, so that this is what was found then
 */
public record ReleaseCheck(UUID id, long checkpoint, Instant at, String by, boolean repeated, Found found) {

    /**
     * @param subjects who were randomised and looked at
     * @param features in how many respects they differ
     */
    public record Found(int subjects, int features, List<Finding> findings) {

        public Found {
            findings = List.copyOf(findings);
        }

        /** Of a study whose seeds are revealed: nobody is blinded any more. */
        static Found nothing() {
            return new Found(0, 0, List.of());
        }

        public boolean passed() {
            return findings.stream().noneMatch(finding -> finding.grade() == Grade.BLOCK);
        }
    }
}
