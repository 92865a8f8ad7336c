package org.commensal.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignedInPerson;
import org.commensal.access.Tokens;
import org.commensal.access.Tokens.Scope;
import org.commensal.kernel.Actor.Grant;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** The API tokens of the person who is signed in. */
@ApplicationScoped
@Path("/api/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

    /** A token, shown this once. */
    public record Made(UUID id, String token, Instant expires) {}

    /** A token as it is listed; {@code study} is {@code *} where it is not limited to one. */
    public record Listed(UUID id, String label, String study, boolean readOnly, Instant created, Instant expires) {}

    @Inject
    Tokens tokens;

    @Inject
    CurrentActor currentActor;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(JsonBody body) {
        SignedInPerson person = currentActor.withoutToken();
        String label = body.string("label", 1, 80);
        Optional<String> study = body.optionalString("study", 1, 40);
        boolean readOnly = body.flag("readOnly", false);
        int days = body.integer("days", 1, 365, (int) Tokens.USUAL_LIFE.toDays());
        body.done();
        Tokens.Token made = tokens.make(person.actor(), label, new Scope(study, readOnly), Duration.ofDays(days));
        return Response.status(Response.Status.CREATED)
                .entity(new Made(made.id(), made.token(), made.expires()))
                .build();
    }

    @GET
    public List<Listed> list() {
        return tokens.list(currentActor.actor()).stream()
                .map(token -> new Listed(
                        token.id(),
                        token.label(),
                        token.scope().study().orElse(Grant.EVERYWHERE),
                        token.scope().readOnly(),
                        token.created(),
                        token.expires()))
                .toList();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(currentActor.withoutToken().actor(), Ids.uuid(id));
    }
}
