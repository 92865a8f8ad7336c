package org.commensal.web.export;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.export.ReleaseSigning;

/** The public key of this server's releases, for whoever verifies one. */
@ApplicationScoped
@PermitAll
@Path("/api/release-key")
@Produces(MediaType.WILDCARD)
public class ReleaseKeyResource {

    @Inject
    ReleaseSigning signing;

    @GET
    public Response key() {
        return Response.ok(signing.publicKey(), MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .build();
    }
}
