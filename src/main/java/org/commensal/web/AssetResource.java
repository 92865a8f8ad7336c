package org.commensal.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Sends a file beside the pages. The version of a page made by another release gets today's file, not kept. */
@ApplicationScoped
@Path("/assets/{version}/{name}")
@PermitAll
public class AssetResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @GET
    public Response file(@PathParam("version") String version, @PathParam("name") String name) {
        Assets.Asset asset = Assets.find(name).orElseThrow(NotFoundException::new);
        return Response.ok(asset.bytes(), asset.type())
                .header(HttpHeaders.CACHE_CONTROL, Assets.isCurrent(version) ? FOR_EVER : "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }
}
