package org.commensal.web.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commensal.demo.DemoClock;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.web.JsonValues;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a request to a demonstration say what time it is in the trial, in the header {@value #HEADER}. Elsewhere the
 * header means nothing.
 *
 * <p>Threads are used again: each request sets the time anew, or takes it back to the wall clock.
 */
@Provider
@PreMatching
@Priority(10)
public class DemoTime implements ContainerRequestFilter, ContainerResponseFilter {

    static final String HEADER = "Demo-Time";

    private static final Text NOT_TIME = new Text(
            "Write Demo-Time as a UTC time: 2026-11-23T08:30:00Z.",
            "Schrijf Demo-Time als een tijd in UTC: 2026-11-23T08:30:00Z.");

    @Inject
    @ConfigProperty(name = "app.mode")
    String mode;

    @Override
    public void filter(ContainerRequestContext request) {
        DemoClock.set(null);
        if (mode.equals("demo")) {
            Optional.ofNullable(request.getHeaderString(HEADER))
                    .map(DemoTime::instant)
                    .ifPresent(DemoClock::set);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        DemoClock.set(null);
    }

    private static Instant instant(String header) {
        try {
            return JsonValues.instant(header);
        } catch (DateTimeException unreadable) {
            throw new Refusal(Reason.INVALID, NOT_TIME, List.of(new Violation("/" + HEADER, NOT_TIME)));
        }
    }
}
