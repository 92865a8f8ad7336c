package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.RequestForcedAllocation;
import org.commensal.web.JsonBody;
import org.jspecify.annotations.Nullable;

/** Asks that a participant is given the arm of another one, which nobody names and nobody is told. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/forced-allocation")
@Produces(MediaType.APPLICATION_JSON)
public class ForcedAllocationResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    RequestForcedAllocation requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            JsonBody body) {
        String follows = body.string("follows", 1, 20);
        String reason = body.string("reason", 1, 2000);
        body.done();
        AllocationRequest asked = requests.request(
                currentActor.actor(),
                study,
                ParticipantCode.parse(code),
                ParticipantCode.parse(follows),
                reason,
                Optional.ofNullable(key).orElse(""));
        return Response.status(Response.Status.CREATED)
                .entity(AllocationRequestResource.Shown.of(asked))
                .build();
    }
}
