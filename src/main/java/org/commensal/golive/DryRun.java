package org.commensal.golive;

import java.time.Instant;
import java.util.UUID;

/**
 * One trial of a version's allocation on a test list.
 *
 * @param participants how many were on the list
 * @param seed of the test list, in hex: it is no secret, and never that of a trial
 * @param differences how many allocations did not come out the same when they were computed again
 */
public record DryRun(UUID id, String version, int participants, String seed, int differences, Instant at) {

    public boolean passed() {
        return differences == 0;
    }
}
