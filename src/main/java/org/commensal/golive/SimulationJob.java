package org.commensal.golive;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    /** How far a simulation has come. */
    public enum State {
        /** Another one is at work on this server. */
        QUEUED("It waits for another simulation.", "Hij wacht op een andere simulatie."),
        RUNNING("It is being simulated.", "De simulatie is bezig."),
        /** Its report is on file. */
        DONE("It is done; its report is on file.", "Hij is klaar; het rapport is bewaard."),
        FAILED(
                "It failed, and nothing was kept. Start it again; if it fails again, tell the administrator.",
                "Hij is mislukt en er is niets bewaard. Start hem opnieuw; mislukt het weer, waarschuw dan de"
                        + " beheerder."),
        TOO_LONG(
                "It took too long, and nothing was kept. Ask for fewer trials.",
                "Hij duurde te lang en er is niets bewaard. Vraag om minder simulaties."),
        /** Nothing has been heard of it: the server that was at it is gone. */
        ENDED(
                "It ended with the server that was at it, and nothing was kept. Start it again.",
                "Hij is geëindigd met de server die bezig was, en er is niets bewaard. Start hem opnieuw.");

        private final Text sentence;

        State(String en, String nl) {
            this.sentence = new Text(en, nl);
        }

        /** What it means, and what to do where there is something to be done. */
        public Text sentence() {
            return sentence;
        }

        /** As the API names it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isActive() {
            return this == QUEUED || this == RUNNING;
        }

        static Optional<State> of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst();
        }
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
