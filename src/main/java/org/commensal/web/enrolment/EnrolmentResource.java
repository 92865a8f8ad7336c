package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.EnrolParticipant;
import org.commensal.enrolment.EnrolParticipant.Enrolled;
import org.commensal.enrolment.Identity;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.web.JsonBody;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The enrolment of a participant. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/enrolment")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {

    /** That somebody is enrolled; the personal link is shown this once. */
    public record Made(String code, LocalDate day, String link) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    EnrolParticipant enrol;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enrol(@PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        Identity identity = new Identity(
                body.string("name", 1, 120),
                body.string("email", 1, 260),
                body.optionalString("phone", 0, 40).orElse(""),
                body.date("birthDate"));
        Language language = body.language("language");
        body.done();
        Enrolled enrolled = enrol.enrol(currentActor.actor(), study, ParticipantCode.parse(code), identity, language);
        return Response.status(Response.Status.CREATED)
                .entity(new Made(
                        enrolled.code().value(), enrolled.day(), enrolled.link().address(origin)))
                .build();
    }
}
