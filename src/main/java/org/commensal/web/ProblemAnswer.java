package org.commensal.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.kernel.Language;

/** Sends a problem in the form the client prefers: a page to a browser, {@code application/problem+json} to the rest. */
final class ProblemAnswer {

    static final MediaType JSON = new MediaType("application", "problem+json", "utf-8");

    private static final String BEARER = "Bearer realm=\"api\"";
    private static final int SOON = 30;

    private ProblemAnswer() {}

    static Response to(HttpHeaders headers, Problem problem) {
        Language language = Languages.of(headers);
        if (prefersPage(headers.getAcceptableMediaTypes())) {
            return RefusalPage.render(problem, language, headers);
        }
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(JSON)
                .language(language.locale())
                .entity(problem.json(language).toString());
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, BEARER);
        }
        if (problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.build();
    }

    /** The list is in the order of preference; whoever takes anything gets JSON. */
    private static boolean prefersPage(List<MediaType> accepted) {
        return accepted.stream()
                .filter(type -> !type.isWildcardType())
                .findFirst()
                .filter(MediaType.TEXT_HTML_TYPE::isCompatible)
                .isPresent();
    }
}
