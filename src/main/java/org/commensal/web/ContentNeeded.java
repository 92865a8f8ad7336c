package org.commensal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses a request without any content where content is taken; the framework would hand on nothing at all. */
@Provider
public class ContentNeeded implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean needed = resource.getResourceMethod().isAnnotationPresent(Consumes.class);
        if (needed && request.getMediaType() == null) {
            throw new NotSupportedException();
        }
    }
}
