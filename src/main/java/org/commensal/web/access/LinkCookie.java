package org.commensal.web.access;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The personal link that a participant's own phone remembers, so that a session that ran out needs the PIN only. A shared
 * phone never gets it, and signing out takes it away.
 */
final class LinkCookie {

    private static final String NAME = "__Host-link";
    private static final Duration LONGEST = Duration.ofDays(400);

    private LinkCookie() {}

    static NewCookie of(String token) {
        return cookie(token, (int) LONGEST.toSeconds());
    }

    static NewCookie none() {
        return cookie("", 0);
    }

    static Optional<String> token(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[0-9a-z-]{1,60}"));
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
