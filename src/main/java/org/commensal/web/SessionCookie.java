package org.commensal.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.time.Instant;
import org.commensal.access.Phone;
import org.commensal.access.SignedIn;

/**
 * The cookie of a signed-in browser.
 *
 * <p>Its prefix makes browsers insist that it came over a secure connection, from this host and for every path (RFC
 * 6265bis, section 4.1.3.2); they take http://localhost for secure.
 */
public final class SessionCookie {

    static final String NAME = "__Host-session";

    private static final int UNTIL_THE_BROWSER_CLOSES = NewCookie.DEFAULT_MAX_AGE;

    private SessionCookie() {}

    /**
     * Without a lifetime of its own the browser would forget a diary's session, as it shall on a phone that others use too;
     * the server decides in any case.
     */
    public static NewCookie of(SignedIn session, Instant now) {
        long seconds = Duration.between(now, session.expires()).toSeconds();
        return cookie(session.token(), session.phone() == Phone.SHARED ? UNTIL_THE_BROWSER_CLOSES : (int) seconds);
    }

    /** Makes the browser forget the session. */
    public static NewCookie none() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
