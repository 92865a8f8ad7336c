package org.commensal.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Language;
import org.commensal.pages.StaticTemplates;

/**
 * A problem as a page: what happened, and the way on from it; for somebody who is not signed in, the door. It asks nothing
 * of the database, which may be the problem.
 */
final class RefusalPage {

    private RefusalPage() {}

    static Response render(Problem problem, Language language, HttpHeaders headers) {
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            return Screens.seeOther("/sign-in");
        }
        boolean dark = Optional.ofNullable(headers.getCookies().get(Screens.LIGHT_COOKIE))
                .filter(cookie -> cookie.getValue().equals("migraine"))
                .isPresent();
        Screen screen = new Screen(Texts.in(language), "/", dark, Optional.empty(), Optional.empty(), List.of());
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(new StaticTemplates()
                        .accessRefused(screen, screen.in(problem.title()), screen.in(problem.detail())))
                .build();
    }
}
