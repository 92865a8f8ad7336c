package org.commensal.web.export;

import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Set;
import org.commensal.kernel.Refusal.Reason;

/**
 * What went wrong, as clients of REDCap read it: {@code {"error": "…"}}, and {@code ERROR: …} for whoever asked for CSV.
 * What is refused before the form was read, such as one that is too large, is answered so too.
 */
@Provider
public class RedcapErrors implements ContainerResponseFilter {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> HERE = Set.of("api", "api/");
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    /** Where REDCap's status is another than ours. */
    private static final Map<Reason, Integer> STATUSES = Map.of(
            Reason.NOT_SIGNED_IN, FORBIDDEN,
            Reason.NOT_ALLOWED, FORBIDDEN,
            Reason.NOT_FOUND, FORBIDDEN,
            Reason.TOO_LARGE, 413,
            Reason.TOO_MANY, 429);

    static int status(Reason reason) {
        return STATUSES.getOrDefault(reason, BAD_REQUEST);
    }

    static Response answer(int status, String words, boolean asCsv) {
        return Response.status(status)
                .type(asCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
                .entity(asCsv ? "ERROR: " + words : error(words))
                .build();
    }

    private static String error(String words) {
        return JSON.createObjectBuilder().add("error", words).build().toString();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean ours = type != null
                && (type.getSubtype().equals("json") || type.getSubtype().equals("csv"));
        if (HERE.contains(request.getUriInfo().getPath()) && response.getStatus() >= BAD_REQUEST && !ours) {
            String words = response.getStatusInfo().getReasonPhrase();
            response.setEntity(error(words), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
