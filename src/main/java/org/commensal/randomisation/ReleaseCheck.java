package org.commensal.randomisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.leakage.Finding;

/**
 * One attempt to release a dataset, and what the arm-leak check found. For those who are not blinded.
 *
 * @param by the name of whoever asked for the release
 * @param repeated whether the same facts had been checked before, so that this is what was found then
 * @param passed whether nothing withheld it, or what would have was accepted before
 * @param accepted by whom and why, where what was found of it was accepted afterwards
 */
public record ReleaseCheck(
        UUID id,
        long checkpoint,
        Instant at,
        String by,
        boolean repeated,
        boolean passed,
        Found found,
        Optional<Acceptance> accepted) {

    /** That what was found shall not withhold a dataset. */
    public record Acceptance(String by, Instant at, String reason) {}

    /** Whether somebody may accept what withheld it. */
    public boolean isAcceptable() {
        return !passed && accepted.isEmpty() && found.blocking().stream().allMatch(Finding::isAcceptable);
    }

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

        public List<Finding> blocking() {
            return findings.stream().filter(Finding::blocks).toList();
        }

        /** Whether nothing withholds a dataset but what was accepted before. */
        boolean passes(Collection<Found> accepted) {
            return blocking().stream().allMatch(finding -> accepted.stream()
                    .flatMap(found -> found.blocking().stream())
                    .anyMatch(before -> before.covers(finding)));
        }
    }
}
