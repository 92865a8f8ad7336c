package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.IssueLink;
import org.commensal.kernel.ParticipantCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Another personal link for a participant. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/link")
@Produces(MediaType.APPLICATION_JSON)
public class LinkResource {

    /** The link, shown this once. */
    public record Issued(String code, String link) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    IssueLink links;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    /** Sends it to the address that was given at enrolment, so that nobody else sees it. */
    @POST
    @Path("mail")
    public Response mail(@PathParam("study") String study, @PathParam("code") String typed) {
        links.mail(currentActor.actor(), study, ParticipantCode.parse(typed));
        return Response.accepted().build();
    }

    @POST
    public Response issue(@PathParam("study") String study, @PathParam("code") String typed) {
        ParticipantCode code = ParticipantCode.parse(typed);
        String link = links.issue(currentActor.actor(), study, code).address(origin);
        return Response.status(Response.Status.CREATED)
                .entity(new Issued(code.value(), link))
                .build();
    }
}
