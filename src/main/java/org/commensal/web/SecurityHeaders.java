package org.commensal.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers with every answer what its pages may do: load and send nothing but from and to this server, be shown
 * in no frame, run no script that is not a file of ours, and be kept by no cache.
 *
 * <p>The referrer is sent to this server alone. Sent to nobody, browsers would hide the origin of forms as well, by which
 * {@link SameOrigin} knows our own. From a page whose address is a secret not even this server is told more than that.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cache-Control",
            "no-store",
            "X-Frame-Options",
            "DENY");

    /** Where addresses hold a personal link or an invitation. */
    private static final Pattern SECRET = Pattern.compile("/(p|invitation)(/.*)?");

    private static final String ONE_YEAR = "max-age=31536000";

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        if (origin.startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        if (SECRET.matcher(request.getRequestURI()).matches()) {
            response.setHeader("Referrer-Policy", "strict-origin");
        }
        chain.doFilter(request, response);
    }
}
