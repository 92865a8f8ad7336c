package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the session of a browser, at once and on every node. */
@ApplicationScoped
public class SignOut {

    @Inject
    Sessions sessions;

    /** @param token the value of the session cookie */
    public void signOut(String token) {
        sessions.end(token);
    }
}
