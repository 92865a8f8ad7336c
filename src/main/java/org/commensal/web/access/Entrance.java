package org.commensal.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Appearance;
import org.commensal.access.RememberAppearance;
import org.commensal.access.SignOut;
import org.commensal.access.SignedIn;
import org.commensal.kernel.Language;
import org.commensal.web.Languages;
import org.commensal.web.Recognition;
import org.commensal.web.Screens;
import org.commensal.web.SessionCookie;

/**
 * Lets a browser in with the session that just began, and shows its reader the pages as they chose to read them before,
 * here or elsewhere.
 */
@ApplicationScoped
public class Entrance {

    @Inject
    RememberAppearance remember;

    @Inject
    SignOut signOut;

    @Inject
    InstantSource wallTime;

    /** Ends whatever session this browser had, and goes on to a page. */
    Response.ResponseBuilder open(SignedIn session, String goOn, HttpServletRequest request) {
        Recognition.session(request).ifPresent(signOut::signOut);
        Appearance here = new Appearance(
                cookie(request, Languages.COOKIE).map(Language::of),
                cookie(request, Screens.LIGHT_COOKIE).map("migraine"::equals));
        Appearance shown = joined(session.appearance(), here);
        if (!shown.equals(session.appearance())) {
            remember.remember(session.actor(), shown);
        }
        return Response.fromResponse(Screens.seeOther(goOn))
                .cookie(SessionCookie.of(session, wallTime.instant()))
                .cookie(AppearanceCookies.of(shown, session.phone()));
    }

    /**
     * What the person chose goes before what this browser shows, which may be somebody else's choice. But a page that is
     * dark stays dark: nobody is dazzled by signing in.
     */
    static Appearance joined(Appearance person, Appearance here) {
        Optional<Boolean> dark = here.migraineMode().filter(on -> on);
        return new Appearance(person.language(), dark.or(person::migraineMode)).over(here);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
