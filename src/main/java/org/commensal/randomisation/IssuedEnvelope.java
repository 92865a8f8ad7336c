package org.commensal.randomisation;

import java.time.Instant;
import org.commensal.allocation.Envelope;

/**
 * A sealed envelope and what became of it; never what it holds.
 *
 * @param issued when
 * @param reason why it will never be used; empty for others
 */
public record IssuedEnvelope(Envelope envelope, Instant issued, String reason) {

    boolean is(String site, int number) {
        return envelope.site().equals(site) && envelope.number() == number;
    }
}
