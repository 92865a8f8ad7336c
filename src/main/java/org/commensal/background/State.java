package org.commensal.background;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.commensal.kernel.Text;

/** How far work has come. */
public enum State {
    /** Something else is at work on this server. */
    QUEUED("It waits until other work is done.", "Dit wacht tot ander werk klaar is."),
    RUNNING("It is at work.", "Dit is bezig."),
    DONE("It is done.", "Dit is klaar."),
    FAILED(
            "It failed, and nothing was kept. Start it again; if it fails again, tell the administrator.",
            "Dit is mislukt en er is niets bewaard. Start het opnieuw; mislukt het weer, waarschuw dan de beheerder."),
    TOO_LONG(
            "It took too long, and nothing was kept. Ask for less.",
            "Dit duurde te lang en er is niets bewaard. Vraag om minder."),
    /** Nothing has been heard of it: the server that was at it is gone. */
    ENDED(
            "It ended with the server that was at it, and nothing was kept. Start it again.",
            "Dit is geëindigd met de server die bezig was, en er is niets bewaard. Start het opnieuw."),
    /** What came of it may not be kept. */
    REFUSED("It was refused, and nothing was kept.", "Dit is geweigerd en er is niets bewaard.");

    /** A server that is at work says so much more often than this. */
    public static final Duration SILENCE = Duration.ofSeconds(20);

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

    /** Whether a server is at it, or will be. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    /** Whether nothing came of it, and nothing will. */
    public boolean isFruitless() {
        return this == FAILED || this == TOO_LONG || this == REFUSED;
    }

    /** What it is where nothing was heard of it for so long. */
    public State after(Duration silence) {
        return isActive() && silence.compareTo(SILENCE) > 0 ? ENDED : this;
    }

    public static Optional<State> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
