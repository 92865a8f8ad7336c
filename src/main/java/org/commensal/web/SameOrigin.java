package org.commensal.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what another site makes a browser send: whatever changes something must come from a page of our own.
 *
 * <p>Browsers say so in {@code Sec-Fetch-Site}, older ones in {@code Origin}, and no page can write either. A request
 * with neither comes from a program; it must bring no session cookie, and either say who it is or send what no form of
 * a browser can.
 */
@Provider
@PreMatching
@Priority(100)
public class SameOrigin implements ContainerRequestFilter {

    /** Where the address itself is the secret, and a mail program posts from (RFC 8058); who is signed in plays no part. */
    private static final String BY_LINK = "unsubscribe/";

    /** Where the secret is in the form, and clients of REDCap post from. */
    private static final Set<String> BY_TOKEN = Set.of("api", "api/");

    private static final Text ELSEWHERE = new Text(
            "This request did not come from a page of this server. Open the page here and try again.",
            "Deze aanvraag komt niet van een pagina van deze server. Open de pagina hier en probeer het opnieuw.");

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean bySecret = path.startsWith(BY_LINK) || BY_TOKEN.contains(path);
        if (bySecret || DenyByDefault.READING.contains(request.getMethod())) {
            return;
        }
        Optional<String> site = Optional.ofNullable(request.getHeaderString("Sec-Fetch-Site"));
        Optional<String> from = Optional.ofNullable(request.getHeaderString("Origin"));
        if (!isOurs(site, from, origin, isProgram(request))) {
            throw new Refusal(Reason.NOT_ALLOWED, ELSEWHERE);
        }
    }

    static boolean isOurs(Optional<String> site, Optional<String> from, String origin, boolean program) {
        return site.map("same-origin"::equals)
                .orElseGet(() -> from.map(origin::equals).orElse(program));
    }

    private static boolean isProgram(ContainerRequestContext request) {
        boolean saysWho = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        boolean sendsJson = Optional.ofNullable(request.getMediaType())
                .filter(MediaType.APPLICATION_JSON_TYPE::isCompatible)
                .isPresent();
        return !request.getCookies().containsKey(SessionCookie.NAME) && (saysWho || sendsJson);
    }
}
