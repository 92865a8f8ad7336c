package org.commensal.golive;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.commensal.background.State;
import org.commensal.kernel.Text;

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

    private static final Map<State, Text> SAID = Map.of(
            State.DONE,
                    new Text("It is done; its report is on file.", "De simulatie is klaar; het rapport is bewaard."),
            State.TOO_LONG,
                    new Text(
                            "It took too long, and nothing was kept. Ask for fewer trials.",
                            "De simulatie duurde te lang en er is niets bewaard. Vraag om minder simulaties."));

    /** What its state means, and what to do where there is something to be done. */
    public Text said() {
        return SAID.getOrDefault(state, state.sentence());
    }

    /** Whether a server is at it, or will be. */
    public boolean isActive() {
        return state.isActive();
    }

    /** Whether it is of this folder with these trials and this seed, so that it gives the same report. */
    boolean isOf(String ofHash, int ofTrials, long ofSeed) {
        return hash.equals(ofHash) && trials == ofTrials && seed == ofSeed;
    }
}
