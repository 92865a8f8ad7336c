package org.commensal.web.export;

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
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.ReleaseTokens;
import org.commensal.access.Tokens;
import org.commensal.export.GiveReleaseToken;
import org.commensal.kernel.Actor;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** The tokens with which programs read one release. */
@ApplicationScoped
@Path("/api/studies/{study}/releases/{id}/tokens")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseTokenResource {

    /** A token, shown this once. */
    public record Made(UUID id, String token, Instant expires) {}

    /** A token as it is listed. */
    public record Listed(UUID id, String label, String by, Instant created, Instant expires) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    GiveReleaseToken tokens;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@PathParam("study") String study, @PathParam("id") String id, JsonBody body) {
        Actor actor = currentActor.withoutToken().actor();
        String label = body.string("label", 1, 80);
        int days = body.integer("days", 1, 365, (int) Tokens.USUAL_LIFE.toDays());
        body.done();
        ReleaseTokens.Made made = tokens.make(actor, study, Ids.uuid(id), label, Duration.ofDays(days));
        return Response.status(Response.Status.CREATED)
                .entity(new Made(made.id(), made.token(), made.expires()))
                .build();
    }

    @GET
    public List<Listed> list(@PathParam("study") String study, @PathParam("id") String id) {
        return tokens.list(currentActor.actor(), study, Ids.uuid(id)).stream()
                .map(token -> new Listed(token.id(), token.label(), token.by(), token.created(), token.expires()))
                .toList();
    }

    @DELETE
    @Path("{releaseToken}")
    public void revoke(
            @PathParam("study") String study, @PathParam("id") String id, @PathParam("releaseToken") String token) {
        tokens.revoke(currentActor.actor(), study, Ids.uuid(id), Ids.uuid(token));
    }
}
