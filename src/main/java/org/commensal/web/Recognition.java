package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.web.KnownPeople.Bearer;
import org.commensal.web.KnownPeople.KnownPrincipal;
import org.commensal.web.KnownPeople.NameAndPassword;
import org.commensal.web.KnownPeople.Session;

/**
 * Recognises who makes a request: by the session cookie, by a bearer token, or by name and password where a token is
 * made.
 *
 * <p>Recognises only; whether somebody must be signed in is decided by {@link DenyByDefault}. A cookie that no longer
 * holds is as good as none, so that a public page still opens; a token that does not hold is refused.
 */
@ApplicationScoped
public class Recognition implements HttpAuthenticationMechanism {

    /** The request attribute with the {@link org.commensal.access.SignedInPerson}. */
    static final String PERSON = "trials.person";
    /** The request attribute with what went wrong, to be thrown where it can be answered. */
    static final String FAILURE = "trials.failure";

    private static final Pattern MAKES_TOKEN = Pattern.compile("/api/(studies/[^/]+/releases/[^/]+/)?tokens");

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    @Inject
    IdentityStoreHandler people;

    @Inject
    ClientAddress address;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return credential(request)
                    .flatMap(credential -> recognise(credential, request, context))
                    .orElseGet(context::doNothing);
        } catch (RuntimeException failure) {
            request.setAttribute(FAILURE, failure);
            return context.doNothing();
        }
    }

    private Optional<Credential> credential(HttpServletRequest request) {
        String authorisation =
                Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        String scheme = authorisation.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return Optional.of(
                    new Bearer(authorisation.substring(BEARER.length()).strip()));
        }
        if (scheme.startsWith(BASIC)) {
            return Optional.of(password(authorisation.substring(BASIC.length()).strip(), request));
        }
        return request.getRequestURI().startsWith("/assets/")
                ? Optional.empty()
                : session(request).map(Session::new);
    }

    private Credential password(String credentials, HttpServletRequest request) {
        String decoded = decode(credentials);
        int colon = decoded.indexOf(':');
        boolean makesToken = request.getMethod().equals("POST")
                && MAKES_TOKEN.matcher(request.getRequestURI()).matches();
        if (colon < 0 || !makesToken) {
            throw CurrentActor.notSignedIn();
        }
        return new NameAndPassword(decoded.substring(0, colon), decoded.substring(colon + 1), address.of(request));
    }

    private Optional<AuthenticationStatus> recognise(
            Credential credential, HttpServletRequest request, HttpMessageContext context) {
        CredentialValidationResult result = people.validate(credential);
        if (result.getCallerPrincipal() instanceof KnownPrincipal known) {
            request.setAttribute(PERSON, known.person());
            return Optional.of(context.notifyContainerAboutLogin(result));
        }
        if (credential instanceof Session) {
            return Optional.empty();
        }
        throw CurrentActor.notSignedIn();
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw CurrentActor.notSignedIn();
        }
    }

    /** The value of the session cookie, if the browser sent one. */
    public static Optional<String> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
