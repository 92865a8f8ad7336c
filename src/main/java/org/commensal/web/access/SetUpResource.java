package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.commensal.access.SetUp;
import org.commensal.web.JsonBody;

/** Makes the first administrator of a new server. */
@ApplicationScoped
@Path("/api/setup")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SetUpResource {

    /** The administrator who was made. */
    public record Made(UUID id, String signIn) {}

    @Inject
    SetUp setUp;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setUp(JsonBody body) {
        String token = body.string("token", 1, 1000);
        String signIn = body.string("signIn", 1, 80);
        String name = body.string("name", 1, 200);
        String password = body.string("password", 1, 1000);
        body.done();
        var made = setUp.firstAdministrator(token, signIn, name, password);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(made.id(), made.signIn()))
                .build();
    }
}
