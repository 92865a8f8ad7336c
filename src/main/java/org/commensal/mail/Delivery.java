package org.commensal.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message with the newest of its steps: what became of it.
 *
 * @param at when the step was made
 * @param again when it is tried next
 */
public record Delivery(Message message, State state, Reason reason, Instant at, Optional<Instant> again) {

    /** How far a message has come. */
    public enum State {
        /** It waits to be sent. */
        QUEUED,
        /** It is being handed to the mail server; or was, by a server that ended meanwhile, and will be again. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** It was not taken, and is tried again. */
        FAILED,
        /** It was decided not to send it. */
        WITHHELD,
        /** It was tried and will not be tried again. */
        GIVEN_UP;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
