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
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** Where a monitor says which forms and items were compared with their source, and takes it back. */
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
        return shown(actor, study, code);
    }

    @POST
    @Path("{response}/items")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<RecordResource.Shown> verifyItems(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("response") String response,
            JsonBody body) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        List<String> items = body.strings("items");
        body.done();
        verify.verifyItems(actor, study, code, Ids.uuid(response), items);
        return shown(actor, study, code);
    }

    @POST
    @Path("{response}/retraction")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<RecordResource.Shown> takeBack(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("response") String response,
            JsonBody body) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        String reason = body.string("reason", 1, 2000);
        body.done();
        verify.takeBack(actor, study, code, Ids.uuid(response), reason);
        return shown(actor, study, code);
    }

    private List<RecordResource.Shown> shown(Actor actor, String study, ParticipantCode code) {
        return records.get(actor, study, code).forms().stream()
                .map(RecordResource.Shown::of)
                .toList();
    }
}
