package org.commensal.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.commensal.audit.OneReading;

/** Lets a request that changes nothing ask the database each question once. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OneReadingFilter extends HttpFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Inject
    transient OneReading reading;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!READS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        reading.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            reading.end();
        }
    }
}
