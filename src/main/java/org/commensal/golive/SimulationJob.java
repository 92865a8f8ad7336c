package org.commensal.golive;

import java.time.Instant;
import java.util.UUID;
import org.commensal.background.State;

/**
 * A simulation that somebody asked for, and how far it has come.
 *
 * @param id that of its report, once there is one
 * @param number of the simulations of this study, from 1
 * @param hash SHA-256 of the study folder that is simulated
 * @param percent of the work that is done
 */
public record SimulationJob(
        UUID id,
        String study,
        int number,
        String version,
        String hash,
        int trials,
        long seed,
        Instant asked,
        State state,
        int percent) {

    /** Whether a server is at it, or will be. */
    public boolean isActive() {
        return state.isActive();
    }

    /** Whether it is of this folder with these trials and this seed, so that it gives the same report. */
    boolean isOf(String ofHash, int ofTrials, long ofSeed) {
        return hash.equals(ofHash) && trials == ofTrials && seed == ofSeed;
    }
}
