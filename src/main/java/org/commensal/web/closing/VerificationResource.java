package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.VerifySource;
import org.commensal.web.JsonBody;

/** Where a monitor says which forms were compared with their source. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    VerifySource verify;

    @Inject
    RecordRegister records;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<RecordResource.Shown> verify(
            @PathParam("study") String study, @PathParam("code") String typed, JsonBody body) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        List<UUID> responses = body.uuids("responses");
        body.done();
        verify.verify(actor, study, code, responses);
        return records.get(actor, study, code).forms().stream()
                .map(RecordResource.Shown::of)
                .toList();
    }
}
