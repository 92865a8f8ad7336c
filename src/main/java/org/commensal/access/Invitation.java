package org.commensal.access;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation to choose a password, as it is given, this once.
 *
 * @param person who is invited
 * @param token to hand over to that person and to nobody else
 */
public record Invitation(UUID person, String token, Instant expires) {

    @Override
    public String toString() {
        return "Invitation[" + person + "]";
    }
}
