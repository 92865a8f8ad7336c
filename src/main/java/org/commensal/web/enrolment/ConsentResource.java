package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.RecordConsent;
import org.commensal.enrolment.RecordConsent.Consent;
import org.commensal.kernel.ParticipantCode;
import org.commensal.web.JsonBody;

/** The consent of a participant. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/consent")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordConsent record;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ParticipantResource.Shown record(
            @PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        Consent consent = new Consent(
                body.string("documentVersion", 1, 40),
                body.language("language"),
                body.date("signedOn"),
                body.flags("answers"));
        body.done();
        return ParticipantResource.Shown.of(
                record.record(currentActor.actor(), study, ParticipantCode.parse(code), consent));
    }
}
