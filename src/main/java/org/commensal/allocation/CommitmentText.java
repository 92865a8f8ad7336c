package org.commensal.allocation;

import java.time.Instant;
import java.util.Optional;

/**
 * The commitment to the seed of a trial as a text to file with a registry or to send to a safety board: it binds seed
 * and scheme, and tells neither.
 *
 * @param server the commitment to the seed that the server drew, shown before anybody contributed to it
 * @param contributions how many there are
 * @param binding the commitment to the seed that allocates; empty before activation
 * @param closing when another scheme took its place and where its ledger ended; empty as long as it allocates
 */
public record CommitmentText(
        String study,
        String version,
        Optional<Moment> server,
        int contributions,
        Optional<Moment> binding,
        Optional<Closing> closing) {

    static final String SERVER = "server-commitment";
    static final String BINDING = "commitment";
    static final String CLOSED = "closed-at";
    static final String ALLOCATIONS = "allocations";
    static final String END = "end";

    /** A commitment, and since when it was shown. */
    public record Moment(String commitment, Instant at) {}

    /** Since when a scheme allocates nobody any more, and where its ledger ended. */
    public record Closing(Instant at, LedgerEnd end) {}

    private static final String MEANING = """

            Each commitment is a SHA-256 that binds a secret seed and the allocation scheme of this trial, and tells
            nothing of either. Keep this text where nobody of the trial can change it. After the trial the seed is
            shown, and anybody can compute from it these commitments and the allocation of every participant.
            """;

    public String text() {
        StringBuilder text = new StringBuilder("Commitment to the allocation of a trial\n\n");
        line(text, "study", study);
        line(text, "version", version);
        server.ifPresent(shown -> {
            line(text, SERVER, shown.commitment());
            line(text, "server-commitment-shown-at", LedgerRow.moment(shown.at()));
        });
        line(text, "contributions", String.valueOf(contributions));
        binding.ifPresent(shown -> {
            line(text, BINDING, shown.commitment());
            line(text, "activated-at", LedgerRow.moment(shown.at()));
        });
        closing.ifPresent(closed -> {
            line(text, CLOSED, LedgerRow.moment(closed.at()));
            line(text, ALLOCATIONS, String.valueOf(closed.end().allocations()));
            line(text, END, closed.end().hash());
        });
        return text.append(MEANING).toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
