package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.commensal.access.Appearance;
import org.commensal.access.Phone;
import org.commensal.access.SignedIn;
import org.commensal.kernel.Actor;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    @Test
    void pagesRunAndLoadNothingButOurFiles() {
        String policy = String.valueOf(SecurityHeaders.HEADERS.get("Content-Security-Policy"));

        assertThat(Arrays.asList(policy.split("; ")))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "font-src 'self'",
                        "connect-src 'self'",
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "form-action 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        Actor actor = new Actor(new UUID(0, 1), "Carla", List.of());
        NewCookie cookie = SessionCookie.of(session(now, Phone.OWN, actor), now);

        assertThat(cookie.getName()).isEqualTo("__Host-session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(SameSite.LAX);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(3600);
        assertThat(SessionCookie.none().getMaxAge()).isZero();
        assertThat(SessionCookie.of(session(now, Phone.SHARED, actor), now).getMaxAge())
                .as("until the browser closes")
                .isEqualTo(NewCookie.DEFAULT_MAX_AGE);
    }

    private static SignedIn session(Instant now, Phone phone, Actor actor) {
        return new SignedIn("secret", now.plusSeconds(3600), phone, actor, Appearance.NEVER_CHOSEN);
    }
}
