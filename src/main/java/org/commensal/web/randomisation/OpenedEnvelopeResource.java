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
import java.time.Instant;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.EnterEnvelope;
import org.commensal.web.JsonBody;
import org.jspecify.annotations.Nullable;

/** Enters that a participant was allocated by a sealed envelope while the server could not be used. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/envelope")
@Produces(MediaType.APPLICATION_JSON)
public class OpenedEnvelopeResource {

    private static final int LARGEST = 100_000;
    private static final Text WHEN = new Text("Say when it was opened.", "Vul in wanneer de envelop is geopend.");

    @Inject
    CurrentActor currentActor;

    @Inject
    EnterEnvelope requests;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            JsonBody body) {
        int envelope = body.integer("envelope", 1, LARGEST, 0);
        Optional<Instant> openedAt = body.optionalInstant("openedAt");
        if (!body.has("openedAt")) {
            body.violation("openedAt", WHEN);
        }
        String reason = body.string("reason", 1, 2000);
        body.done();
        AllocationRequest asked = requests.enter(
                currentActor.actor(),
                study,
                ParticipantCode.parse(code),
                envelope,
                openedAt.orElseThrow(),
                reason,
                Optional.ofNullable(key).orElse(""));
        return Response.status(Response.Status.CREATED)
                .entity(AllocationRequestResource.Shown.of(asked))
                .build();
    }
}
