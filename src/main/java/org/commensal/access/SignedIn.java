package org.commensal.access;

import java.time.Instant;
import org.commensal.kernel.Actor;

/**
 * A session that has just begun.
 *
 * @param token the value of the session cookie, which is kept nowhere else
 * @param expires when it ends whatever happens; it ends sooner when it is not used
 * @param appearance how this person chose to read, here or elsewhere
 */
public record SignedIn(String token, Instant expires, Phone phone, Actor actor, Appearance appearance) {

    @Override
    public String toString() {
        return "SignedIn[" + actor.id() + "]";
    }
}
