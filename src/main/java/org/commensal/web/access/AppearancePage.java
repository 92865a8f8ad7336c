package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.kernel.Language;
import org.commensal.web.Languages;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** Keeps the language and the light that a person chose, in cookies, and goes back to the page they were on. */
@ApplicationScoped
@Path("/appearance")
@PermitAll
public class AppearancePage {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @POST
    public Response choose(
            @FormParam("language") @Nullable String language,
            @FormParam("migraine-mode") @Nullable String migraineMode,
            @FormParam("back") @Nullable String back) {
        Response.ResponseBuilder answer = Response.fromResponse(Screens.seeOther(safe(back)));
        Optional.ofNullable(language)
                .ifPresent(code ->
                        answer.cookie(cookie(Languages.COOKIE, Language.of(code).code())));
        Optional.ofNullable(migraineMode)
                .ifPresent(mode -> answer.cookie(cookie(Screens.LIGHT_COOKIE, mode.equals("on") ? "migraine" : "day")));
        return answer.build();
    }

    /** A path of this server, and the start page for anything else. */
    static String safe(@Nullable String path) {
        return Optional.ofNullable(path).filter(OURS.asMatchPredicate()).orElse("/");
    }

    private static NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(A_YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }
}
