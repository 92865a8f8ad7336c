package org.commensal.web;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignedInPerson;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Lets nobody in who is not signed in, but for what says {@link PermitAll}; and lets a token that may only read do
 * nothing else. What a signed-in person may do is for the use cases to say.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class DenyByDefault implements ContainerRequestFilter {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Text READ_ONLY = new Text(
            "This token may only be used to read. Make a token without that limit.",
            "Met deze sleutel mag u alleen lezen. Maak een sleutel zonder die beperking.");

    @Context
    HttpServletRequest request;

    @Context
    ResourceInfo resource;

    @Inject
    CurrentActor currentActor;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getAttribute(Recognition.FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        if (request.getAttribute(Recognition.PERSON) instanceof SignedInPerson person) {
            currentActor.is(person);
        }
        if (!isOpen()) {
            boolean mayWrite = !currentActor.person().readOnly();
            if (!mayWrite && !READING.contains(context.getMethod())) {
                throw new Refusal(Reason.NOT_ALLOWED, READ_ONLY);
            }
        }
    }

    private boolean isOpen() {
        return isOpen(resource.getResourceMethod()) || isOpen(resource.getResourceClass());
    }

    private static boolean isOpen(AnnotatedElement element) {
        return Optional.ofNullable(element)
                .filter(found -> found.isAnnotationPresent(PermitAll.class))
                .isPresent();
    }
}
