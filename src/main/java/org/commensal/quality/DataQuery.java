package org.commensal.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct.QueryRule;

/**
 * A question about data that may not be right, and everything that was said about it (ICH E6(R3), 4.2.4).
 *
 * @param version of the study by which {@code about} is read
 * @param revision of the form when the query was raised; 0 where it was not filled in
 * @param rule that raised it, as its version of the study has it; none by hand
 * @param thread from the question on; at least one entry
 */
public record DataQuery(
        UUID id,
        ParticipantCode participant,
        String site,
        String version,
        Datum about,
        int revision,
        Optional<QueryRule> rule,
        List<Entry> thread) {

    /** What happens to a query. */
    public enum Step {
        RAISED(State.OPEN),
        ANSWERED(State.ANSWERED),
        CLOSED(State.CLOSED),
        REOPENED(State.OPEN),
        /** A correction made its rule no longer hold. */
        RESOLVED(State.CLOSED);

        private final State leadsTo;

        Step(State leadsTo) {
            this.leadsTo = leadsTo;
        }

        public State leadsTo() {
            return leadsTo;
        }
    }

    /** Where a query stands, which tells who is next: the site, whoever raises queries, nobody. */
    public enum State {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /** @param by the name of who did it; of the server where a rule did */
    public record Entry(Step step, String text, String by, Instant at) {}

    public DataQuery {
        thread = List.copyOf(thread);
    }

    public State state() {
        return last().step().leadsTo();
    }

    public boolean isClosed() {
        return state() == State.CLOSED;
    }

    /** The question, as it was raised. */
    public Text text() {
        return rule.map(QueryRule::text).orElseGet(() -> Text.same(thread.get(0).text()));
    }

    public Instant raised() {
        return thread.get(0).at();
    }

    public Entry last() {
        return thread.get(thread.size() - 1);
    }
}
