package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.Invitations;
import org.commensal.web.JsonBody;

/** Takes the password that somebody who was invited chose. */
@ApplicationScoped
@Path("/api/invitations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

    /** What the password goes with. */
    public record Accepted(String signIn) {}

    @Inject
    Invitations invitations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Accepted accept(JsonBody body) {
        String token = body.string("token", 1, 100);
        String password = body.string("password", 1, 1000);
        body.done();
        return new Accepted(invitations.accept(token, password).signIn());
    }
}
